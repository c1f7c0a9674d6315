// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaierrors.h"

#include <QCoreApplication>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

using Kind = Refusal::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

QString codeOf(Kind kind)
{
    switch (kind) {
    case Kind::TooManyConnections:
    case Kind::TooManyBodies:
    case Kind::ClientHasItsShare:
    case Kind::TooManyCalls:
        return u"RATE_LIMITED"_s;
    case Kind::Closing:
    case Kind::NotToBeLookedUp:
        return u"INTERNAL_ERROR"_s;
    case Kind::HostNotAllowed:
        return u"HOST_NOT_ALLOWED"_s;
    case Kind::OriginNotAllowed:
        return u"ORIGIN_NOT_ALLOWED"_s;
    case Kind::WrongKey:
    case Kind::KeyExpired:
    case Kind::KeyDisabled:
        return u"AUTHENTICATION_FAILED"_s;
    case Kind::KeyOnlyManages:
    case Kind::KeyManagesNone:
        return u"KEY_SCOPE"_s;
    case Kind::NotServed:
        return u"ENDPOINT_NOT_SERVED"_s;
    case Kind::ModelNotAllowed:
        return u"MODEL_NOT_ALLOWED"_s;
    default:
        return u"INVALID_REQUEST"_s;
    }
}

qint64 megabytes(qint64 bytes)
{
    return (bytes + 1024LL * 1024 - 1) / (1024LL * 1024);
}

/// Of what is wrong with the request as HTTP.
QString faultOf(const Refusal &refusal)
{
    switch (refusal.kind) {
    case Kind::Late:
        return Text::tr("The request did not arrive in time.");
    case Kind::BodyTooLarge:
        return Text::tr("The body is larger than the %1 MB that are taken. Send fewer or smaller pictures.")
            .arg(megabytes(refusal.limit));
    case Kind::AddressTooLong:
        return Text::tr("The address is too long.");
    case Kind::HeadTooLarge:
        return Text::tr("There are too many headers, or they are too long.");
    case Kind::UnknownExpectation:
        return Text::tr("Only \"100-continue\" can be expected.");
    case Kind::UnknownCoding:
        return Text::tr("Only \"chunked\" is understood as transfer encoding.");
    case Kind::UnknownVersion:
        return Text::tr("Only HTTP/1.1 is spoken here.");
    default:
        return Text::tr("This is not a request that can be read.");
    }
}

QString messageOf(const Refusal &refusal)
{
    switch (refusal.kind) {
    case Kind::TooManyConnections:
        return Text::tr("There are too many connections. Try again in a moment.");
    case Kind::TooManyBodies:
        return Text::tr("Too many large requests are under way. Try again in a moment.");
    case Kind::ClientHasItsShare:
        return Text::tr("This client has too much under way at once: others shall have a "
                        "turn, too. Try again in a moment.");
    case Kind::Closing:
        return refusal.generation.isEmpty() ? Text::tr("The gateway is closing. Nothing was sent.")
                                            : Text::tr("The gateway closed before the picture was ready. It may be "
                                                       "billed all the same: before you ask again, look "
                                                       "in Lightwell what became of request %1.")
                                                  .arg(refusal.generation);
    case Kind::HostNotAllowed:
        return Text::tr("Use the address that Lightwell shows, for example http://127.0.0.1:%1/v1. Other names of this "
                        "computer have to be allowed: on Lightwell's settings page, or with serve --allow-host NAME.")
            .arg(refusal.port);
    case Kind::OriginNotAllowed:
        return Text::tr(
            "This web page may not use the gateway. Allow its origin on Lightwell's settings page, or with serve "
            "--allow-origin ORIGIN.");
    case Kind::WrongKey:
        return Text::tr("The client key is missing or wrong. Send it as \"Authorization: Bearer KEY\". Lightwell's "
                        "gateway page "
                        "shows it, and serve prints it when it starts.");
    case Kind::KeyExpired:
        return Text::tr("This client key has expired. Whoever keeps the gateway can prolong it: clients set NAME "
                        "--expires DATE.");
    case Kind::KeyDisabled:
        return Text::tr(
            "This client key is disabled. Whoever keeps the gateway can let it work again: clients set NAME "
            "--enable.");
    case Kind::KeyOnlyManages:
        return Text::tr("This key only manages the keys of programs: nothing is made or paid for with it. Use a "
                        "program's own key.");
    case Kind::KeyManagesNone:
        return Text::tr(
            "Keys are managed with a key that is for this alone, at a gateway that asks for keys. Whoever keeps it can "
            "make one: "
            "clients add NAME --manage-keys.");
    case Kind::ModelNotAllowed:
        return Text::tr("This client key may not be used for this model, only for these: %1.")
            .arg(refusal.models.join(u", "_s));
    case Kind::TooManyCalls:
        return Text::tr("This client key may make %1 calls a minute, and has made them. Nothing was sent; try again in "
                        "%2 seconds.")
            .arg(refusal.limit)
            .arg(refusal.retryAfter.value_or(std::chrono::seconds(0)).count());
    case Kind::UnknownPath:
        return Text::tr(
            "There is nothing at this address. Pictures are made at /v1/images/generations, /v1/images/edits and "
            "/v1/images/variations, text models answer at /v1/chat/completions; the models are listed at /v1/models, "
            "and "
            "all paths at /openapi.json.");
    case Kind::NotServed:
        return Text::tr("Lightwell does not serve this part of the API: it makes pictures, and passes on text models. "
                        "What there is stands at /openapi.json.");
    case Kind::MethodNotAllowed:
        return Text::tr("This address does not take this kind of request.");
    case Kind::WrongContentType:
        return refusal.form == BodyForm::Json
            ? Text::tr("Send the request as JSON, with Content-Type application/json.")
            : Text::tr("Send the request as a form (multipart/form-data) or as JSON (application/json).");
    case Kind::UnknownBodyCoding:
        return Text::tr("The body's Content-Encoding is not understood. Send it unpacked, or with gzip or deflate.");
    case Kind::NotToBeLookedUp:
        return Text::tr(
            "Lightwell's database cannot be read at the moment, so nothing was sent. Try again in a moment.");
    case Kind::KeyReused:
        return Text::tr("This Idempotency-Key was used with another request. Choose a new one.");
    default:
        return faultOf(refusal);
    }
}

QString paramOf(Kind kind)
{
    switch (kind) {
    case Kind::KeyReused:
        return u"Idempotency-Key"_s;
    case Kind::ModelNotAllowed:
        return u"model"_s;
    default:
        return {};
    }
}

} // namespace

GatewayResponse refusalAnswer(const Refusal &refusal)
{
    GatewayResponse response =
        errorBody(refusal.status(), codeOf(refusal.kind), messageOf(refusal), paramOf(refusal.kind));
    if (refusal.retryAfter) {
        response.setHeader("Retry-After", QByteArray::number(qint64(refusal.retryAfter->count())));
    }
    if (refusal.kind == Kind::Closing || refusal.kind == Kind::KeyReused) { // or it would be sent again at once
        response.setHeader("x-should-retry", "false");
    }
    if (!refusal.generation.isEmpty()) {
        addRequestId(response, refusal.generation);
    }
    if (refusal.status() == 401) {
        response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (!refusal.methods.isEmpty()) {
        response.setHeader("Allow", refusal.methods.join(", "));
    }
    return response;
}

} // namespace lightwell::openai
