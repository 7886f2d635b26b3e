package se.samsyn.access.factor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the outline of its dark squares, to be drawn as SVG.
 *
 * @param side of the picture, in squares, with the light edge that readers need
 * @param path what an SVG path draws
 */
public record QrPicture(int side, String path) {

    private static final int EDGE = 4;

    /** The picture of a text. */
    public static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + EDGE)
                            .append(',')
                            .append(y + EDGE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * EDGE, path.toString());
    }

    @Override
    public String toString() {
        return "QrPicture[" + side + "]";
    }
}
