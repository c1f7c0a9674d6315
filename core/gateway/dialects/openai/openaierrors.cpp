// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaierrors.h"

#include "core/gateway/dialects/openai/headertext.h"
#include "core/model/displaytext.h"
#include "core/model/reasonsearch.h"
#include "core/planning/checkpictures.h"
#include "core/storage/storagereasons.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

// A message repeats what a client or a vendor wrote: enough of it to be understood, never all there is.
constexpr qsizetype longestMessage = 2000;
constexpr qsizetype longestParameter = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// Whether the database can be reached again in a moment, or by the program that is started next.
bool passes(const Error &error)
{
    const Reason why = error.why();
    return holdsReason(why, reasons::databaseBusy.code) || holdsReason(why, reasons::databaseReplaced.code);
}

/// Only whoever keeps this gateway can do something about it.
bool needsItsKeeper(const Error &error)
{
    const Reason why = error.why();
    return holdsReason(why, reasons::settingsKeptAside.code) || holdsReason(why, reasons::settingsDamagedInPlace.code);
}

struct Mapping
{
    int status;
    const char *code;
};

Mapping mappingFor(const Error &error, bool forcedProvider)
{
    if (error.code == "CLIENT_STORAGE_FULL"_L1) {
        return {507, "CLIENT_STORAGE_FULL"};
    }
    if (error.code == "RECORDING_NOT_FOUND"_L1) {
        return {404, "RECORDING_NOT_FOUND"};
    }
    if (error.code == "CALL_UNDER_WAY"_L1) {
        return {409, "CALL_UNDER_WAY"};
    }
    if (error.code == "ANSWER_NOT_KEPT"_L1) { // 410: what no client repeats, as it does 409 and every 5xx
        return {410, "ANSWER_NOT_KEPT"};
    }
    if (error.code == "CALL_INTERRUPTED"_L1) {
        return {502, "CALL_INTERRUPTED"};
    }
    if (error.code == "REQUEST_NOT_FOUND"_L1) {
        return {404, "REQUEST_NOT_FOUND"};
    }
    if (error.code == "RESPONSE_NOT_FOUND"_L1) {
        return {404, "RESPONSE_NOT_FOUND"};
    }
    if (error.code == "previous_response_not_found"_L1) {
        return {400, "previous_response_not_found"};
    }
    if (error.code == "PRICE_UNKNOWN"_L1) { // no balance is short, and none that is raised helps
        return {402, "PRICE_UNKNOWN"};
    }
    if (error.code == "REQUEST_STILL_NEEDED"_L1) {
        return {409, "REQUEST_STILL_NEEDED"};
    }
    if (error.code == linkErrorCode) {
        return {400, "LINK_NOT_TAKEN"};
    }
    if (error.code == "CLIENT_REVOKED"_L1) {
        return {401, "AUTHENTICATION_FAILED"};
    }
    // Refused after the work had begun: a status of the 400s would say that nothing was done.
    const bool mayCost = error.billing != Billing::NotBilled;
    if (mayCost && (error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported)) {
        return {502, "UPSTREAM_ERROR"};
    }
    const char *exhausted = forcedProvider ? "UPSTREAM_ERROR" : "ALL_PROVIDERS_EXHAUSTED";
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Unsupported:
        return {400, "INVALID_REQUEST"};
    case ErrorKind::NotFound:
        return {404, "MODEL_NOT_FOUND"};
    case ErrorKind::ContentPolicy:
        return {400, "CONTENT_POLICY_VIOLATION"};
    case ErrorKind::Funds:
    case ErrorKind::Budget:
        return {402, "INSUFFICIENT_BALANCE"};
    case ErrorKind::RateLimit:
        return {429, "RATE_LIMITED"};
    case ErrorKind::NoKey: // nobody else's fault, and no repetition helps
        return {404, "MODEL_DISABLED"};
    case ErrorKind::Auth:
    case ErrorKind::Secrets:
    case ErrorKind::Overloaded:
        return {502, exhausted};
    case ErrorKind::Network:
        return {502, error.billing == Billing::NotBilled ? exhausted : "UPSTREAM_ERROR"};
    case ErrorKind::Timeout:
        return {504, "UPSTREAM_ERROR"};
    case ErrorKind::Cancelled:
        return {499, "CANCELLED"};
    case ErrorKind::Storage:
        if (passes(error) || needsItsKeeper(error)) {
            return {503, "INTERNAL_ERROR"};
        }
        return {500, "INTERNAL_ERROR"};
    case ErrorKind::Internal:
        return {500, "INTERNAL_ERROR"};
    case ErrorKind::Upstream:
    case ErrorKind::Unknown:
        break;
    }
    return {502, "UPSTREAM_ERROR"};
}

QString typeFor(int status, const QString &code)
{
    if (code == "AUTHENTICATION_FAILED"_L1) {
        return u"authentication_error"_s;
    }
    if (status == 402) {
        return u"billing_error"_s;
    }
    if (status == 403) {
        return u"permission_error"_s;
    }
    if (status == 429) {
        return u"rate_limit_error"_s;
    }
    return status < 500 ? u"invalid_request_error"_s : u"server_error"_s;
}

} // namespace

GatewayResponse errorBody(int status, const QString &code, const QString &message, const QString &param)
{
    const QJsonValue parameter =
        param.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(shortened(param, longestParameter));
    return GatewayResponse::json(status,
                                 {{u"error"_s,
                                   QJsonObject {{u"message"_s, shortened(message, longestMessage)},
                                                {u"type"_s, typeFor(status, code)},
                                                {u"param"_s, parameter},
                                                {u"code"_s, code}}}});
}

GatewayResponse errorAnswer(const Error &error, bool forcedProvider)
{
    const Mapping mapping = mappingFor(error, forcedProvider);
    const QString sentence = wording::sentence(error);
    QString message = sentence.isEmpty() ? Text::tr("The request failed.") : sentence;
    const bool isVendors = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported;
    if (isVendors && error.billing != Billing::NotBilled && !wording::saysBilling(error)) {
        message += u' ' + Text::tr("It may be billed all the same, so Lightwell did not try again by itself.");
    }
    if (const QString detail = wording::detailBeside(error); !detail.isEmpty()) {
        message += u" ("_s + detail + u')';
    }
    GatewayResponse response = errorBody(mapping.status, QString::fromLatin1(mapping.code), message, error.param);
    if (error.retryAfter) {
        const qint64 seconds = (error.retryAfter->count() + 999) / 1000;
        response.setHeader("Retry-After", QByteArray::number(seconds));
    }
    if (error.billing != Billing::NotBilled || mapping.status == 401 || mapping.status == 402 || mapping.status == 507
        || error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::NoKey || error.kind == ErrorKind::Auth
        || error.kind == ErrorKind::Secrets || needsItsKeeper(error)) {
        response.setHeader("x-should-retry", "false");
    }
    return response;
}

void addRequestId(GatewayResponse &response, const QString &generation)
{
    const QByteArray id = headerText(generation);
    for (const char *name : {"x-request-id", "X-Lightwell-Request-Id", "X-Lumenfall-Request-Id"}) {
        response.setHeader(name, id);
    }
}

} // namespace lightwell::openai
