package io.biggerbox.cli.explain;

import io.biggerbox.backtest.Explanation;
import io.biggerbox.cli.output.CommandFailedException;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes the plot of an explanation to a file. Needs no screen, but at least one font. */
public final class PlotFiles {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 520;

    /** Pixels for each unit: sharp on displays of today. */
    private static final int SCALE = 2;

    private static final String SVG = "http://www.w3.org/2000/svg";

    private PlotFiles() {}

    /**
     * Writes a scalable picture.
     *
     * @param file is replaced if it exists
     * @throws CommandFailedException if this machine cannot draw
     */
    public static void svg(Explanation explanation, Path file) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(document());
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        draw(explanation, graphics);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        try (OutputStream stream = Files.newOutputStream(file)) {
            // Not by Batik's own writer: it refers to a document type on the net.
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(root), new StreamResult(stream));
        } catch (TransformerException e) {
            throw new IOException(file + " could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a picture of {@value #WIDTH} times {@value #HEIGHT} units, with {@value #SCALE} pixels each.
     *
     * @param file is replaced if it exists
     * @throws CommandFailedException if this machine cannot draw
     */
    public static void png(Explanation explanation, Path file) throws IOException {
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        draw(explanation, graphics);
        graphics.dispose();
        try (OutputStream stream = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new CommandFailedException("this Java cannot write PNG files; write --svg instead");
            }
        }
    }

    private static void draw(Explanation explanation, Graphics2D graphics) {
        try {
            JFreeChart chart = ExplanationPlot.of(explanation);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        } catch (LinkageError | InternalError e) {
            throw new CommandFailedException("this Java cannot draw text (" + e.getMessage()
                    + "). Install fontconfig and a font, for instance fonts-dejavu-core");
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes XML documents", e);
        }
    }
}
