# A broker that looks from outside as apache/kafka does; its jars are those that come with the applications.
FROM biggerbox-test/biggerbox
USER 0
HEALTHCHECK NONE
ENTRYPOINT []
COPY kafka-run /etc/kafka/docker/run
COPY kafka-logback.xml /etc/kafka/docker/logback.xml
CMD ["/etc/kafka/docker/run"]
