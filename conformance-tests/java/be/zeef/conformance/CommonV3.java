package be.zeef.conformance;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * KSZ's official CommonV3 around the part of a service that is not public: request, response and fault of
 * SocialRightsAdvantageList, whose criteria and results may hold anything.
 */
public final class CommonV3 {

    private static final String SERVICE = "http://kszbcss.fgov.be/intf/SocialRightsAdvantageListService/v1";
    private static final String COMMON = "http://kszbcss.fgov.be/types/common/v3";

    private CommonV3() {}

    public static Schema present() throws SAXException {
        OfficialSchemas.present();
        Path common = OfficialSchemas.CONTRACTS.resolve("ksz/CommonV3.xsd").toAbsolutePath();
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.exists(common), "skipped: KSZ's CommonV3.xsd is not beside this checkout");
        String any =
                "<x:complexType><x:sequence><x:any processContents='skip' maxOccurs='unbounded'/></x:sequence></x:complexType>";
        String schema = "<x:schema xmlns:x='http://www.w3.org/2001/XMLSchema' xmlns:c='" + COMMON
                + "' targetNamespace='" + SERVICE
                + "'><x:import namespace='" + COMMON + "' schemaLocation='" + common.toUri() + "'/>"
                + element("Request", "BaseRequestType", "<x:element name='criteria'>" + any + "</x:element>")
                + element(
                        "Response",
                        "BaseResponseType",
                        "<x:element name='criteria'>" + any + "</x:element>"
                                + "<x:element name='status' type='c:StatusType'/>"
                                + "<x:element name='ssin' type='c:SsinWithCanceledAndReplacesStatusType' minOccurs='0'/>"
                                + "<x:element name='dataFilters' type='c:DataFiltersType' minOccurs='0'/>"
                                + "<x:element name='socialRights' minOccurs='0'>" + any + "</x:element>")
                + "<x:element name='socialRightsAdvantageListFault' type='c:CBSSFaultType'/></x:schema>";
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)));
    }

    private static String element(String kind, String base, String own) {
        return "<x:element name='socialRightsAdvantageList" + kind
                + "'><x:complexType><x:complexContent><x:extension base='c:" + base + "'><x:sequence>" + own
                + "</x:sequence></x:extension></x:complexContent></x:complexType></x:element>";
    }
}
