package be.zeef.route.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Unpacks an answer that {@link HttpAnswerReader} has read, within the same size: a few packed bytes may hold very many. */
final class Unpacking implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse answer = chain.proceed(request, scope);
        HttpEntity entity = answer.getEntity();
        if (entity != null) {
            byte[] bytes = WholeAnswer.read(entity.getContent(), HttpAnswerReader.MOST_BYTES);
            answer.setEntity(new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
        }
        return answer;
    }
}
