package be.zeef.ledger.row;

import be.zeef.security.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a vouched row is at one moment.
 *
 * @param key the columns of its key, joined
 * @param hash SHA-256 over its columns in hexadecimal; {@link #GONE} of one that was taken away
 */
record Row(VouchedTable table, String agreement, String key, String hash) {

    /** In the place of a hash: the row is not there any more. */
    static final String GONE = "";

    private static final String AGREEMENT = "agreement";

    /** @param row where all its vouched columns stand */
    static Row of(VouchedTable table, ResultSet row) throws SQLException {
        return new Row(table, row.getString(AGREEMENT), key(table, row), hash(table, row));
    }

    /** @param row where its agreement and its key stand */
    static Row gone(VouchedTable table, ResultSet row) throws SQLException {
        return new Row(table, row.getString(AGREEMENT), key(table, row), GONE);
    }

    private static String key(VouchedTable table, ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String column : table.keys()) {
            parts.add(row.getString(column));
        }
        return String.join(VouchedTable.JOINT, parts);
    }

    /** Each column's name and value, with their lengths. What is null is left out, so that a column which is added later changes no row. */
    private static String hash(VouchedTable table, ResultSet row) throws SQLException {
        MessageDigest digest = Sha256.digest();
        for (String column : table.columns()) {
            byte[] value = value(row, column);
            if (value != null) {
                add(digest, column.getBytes(StandardCharsets.UTF_8));
                add(digest, value);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] value(ResultSet row, String column) throws SQLException {
        if (VouchedTable.isBytes(column)) {
            return row.getBytes(column);
        }
        String text = row.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
