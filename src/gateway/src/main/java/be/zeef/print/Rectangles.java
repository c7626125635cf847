package be.zeef.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the SVG of our own pages, which is filled rectangles and nothing else: charts have their words beside them, where they are text.
 * So a page needs no interpreter of SVG, which would bring scripts, fonts and addresses with it.
 */
final class Rectangles implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        String[] view = svg.getAttribute("viewBox").split(" ");
        return new Drawing(svg, Double.parseDouble(view[2]), Double.parseDouble(view[3]), width, height, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // there is no text in a drawing
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // there is no text in a drawing
    }

    @Override
    public void close() {
        // holds nothing
    }

    private record Drawing(Element svg, double units, double rows, double width, double height, double dotsPerPixel)
            implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(shownWidth());
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(shownHeight());
        }

        private double shownWidth() {
            return width >= 0 ? width : units * dotsPerPixel;
        }

        private double shownHeight() {
            return height >= 0 ? height : rows * dotsPerPixel;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics(
                    (float) x, (float) y, (float) shownWidth(), (float) shownHeight(), this::rectangles);
        }

        private void rectangles(Graphics2D graphics) {
            double across = shownWidth() / dotsPerPixel / units;
            double down = shownHeight() / dotsPerPixel / rows;
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element rectangle && rectangle.getTagName().equals("rect")) {
                    graphics.setColor(Color.decode(rectangle.getAttribute("fill")));
                    graphics.fill(new Rectangle2D.Double(
                            number(rectangle, "x") * across,
                            number(rectangle, "y") * down,
                            number(rectangle, "width") * across,
                            number(rectangle, "height") * down));
                }
            }
        }

        private static double number(Element element, String attribute) {
            return Double.parseDouble(element.getAttribute(attribute));
        }
    }
}
