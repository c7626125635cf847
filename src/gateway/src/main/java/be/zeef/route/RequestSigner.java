package be.zeef.route;

import be.zeef.security.Keys;
import be.zeef.security.signing.SignatureAlgorithm;
import be.zeef.security.signing.SigningProfile;
import be.zeef.security.signing.SigningProfile.Part;
import be.zeef.security.signing.SigningProfile.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.handler.WSHandlerConstants;

/** Makes the interceptor that signs a request as a profile says. */
final class RequestSigner {

    private static final Map<Part, String> PARTS = Map.of(
            Part.BODY, "{}{http://schemas.xmlsoap.org/soap/envelope/}Body",
            Part.TIMESTAMP, "{}{" + WSConstants.WSU_NS + "}Timestamp",
            Part.TOKEN, "{}{" + WSConstants.WSSE_NS + "}BinarySecurityToken");

    private RequestSigner() {}

    /** @param identity alias of the key that signs */
    static WSS4JOutInterceptor of(SigningProfile profile, SignatureAlgorithm algorithm, Keys keys, String identity) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(WSHandlerConstants.ACTION, actions(profile));
        profile.timestamp()
                .ifPresent(life -> properties.put(WSHandlerConstants.TTL_TIMESTAMP, Long.toString(life.toSeconds())));
        properties.put(WSHandlerConstants.SIGNATURE_USER, identity);
        properties.put(WSHandlerConstants.SIG_PROP_REF_ID, "ownKeys");
        properties.put("ownKeys", crypto(keys));
        properties.put(WSHandlerConstants.PW_CALLBACK_REF, passwords(keys));
        properties.put(WSHandlerConstants.SIG_KEY_ID, "DirectReference");
        properties.put(WSHandlerConstants.USE_SINGLE_CERTIFICATE, Boolean.toString(profile.token() == Token.X509V3));
        properties.put(WSHandlerConstants.SIGNATURE_PARTS, parts(profile));
        properties.put(WSHandlerConstants.SIG_ALGO, algorithm.signature());
        properties.put(WSHandlerConstants.SIG_DIGEST_ALGO, algorithm.digest());
        properties.put(WSHandlerConstants.SIG_C14N_ALGO, WSConstants.C14N_EXCL_OMIT_COMMENTS);
        properties.put(WSHandlerConstants.MUST_UNDERSTAND, "true");
        return new WSS4JOutInterceptor(properties);
    }

    private static String actions(SigningProfile profile) {
        List<String> actions = new ArrayList<>();
        profile.timestamp().ifPresent(life -> actions.add(WSHandlerConstants.TIMESTAMP));
        actions.add(WSHandlerConstants.SIGNATURE);
        return String.join(" ", actions);
    }

    private static String parts(SigningProfile profile) {
        return String.join(
                ";", profile.parts().stream().sorted().map(PARTS::get).toList());
    }

    private static Merlin crypto(Keys keys) {
        Merlin crypto = new Merlin();
        crypto.setKeyStore(keys.identities());
        return crypto;
    }

    private static CallbackHandler passwords(Keys keys) {
        String password = new String(keys.password());
        return callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(password);
                }
            }
        };
    }
}
