package be.zeef.conformance;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.w3c.dom.ls.LSInput;

/** A schema given as text, as if it lay beside the one that includes it. */
record TextInput(String text, String base) implements LSInput {

    @Override
    public Reader getCharacterStream() {
        return new StringReader(text);
    }

    @Override
    public String getSystemId() {
        return base.substring(0, base.lastIndexOf('/') + 1) + "RepertoriumComplex.xsd";
    }

    @Override
    public String getBaseURI() {
        return base;
    }

    @Override
    public InputStream getByteStream() {
        return null;
    }

    @Override
    public String getStringData() {
        return text;
    }

    @Override
    public String getPublicId() {
        return null;
    }

    @Override
    public String getEncoding() {
        return null;
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCharacterStream(Reader characters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setByteStream(InputStream bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStringData(String data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setSystemId(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPublicId(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setBaseURI(String uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setEncoding(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCertifiedText(boolean certified) {
        throw new UnsupportedOperationException();
    }
}
