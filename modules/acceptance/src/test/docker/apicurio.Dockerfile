# Apicurio Registry from Maven Central; listens where the image apicurio/apicurio-registry does.
FROM biggerbox-test/jre-new
COPY . /opt/apicurio
EXPOSE 8080
CMD ["java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/opt/apicurio/quarkus-run.jar"]
