// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bedrock/bedrockerror.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode exceptions[] = {
    {"ServiceQuotaExceededException"_L1, ErrorKind::RateLimit},
    {"AccessDeniedException"_L1, ErrorKind::Auth},
    {"UnrecognizedClientException"_L1, ErrorKind::Auth},
    {"InvalidSignatureException"_L1, ErrorKind::Auth},
    {"SignatureDoesNotMatch"_L1, ErrorKind::Auth},
    {"ExpiredTokenException"_L1, ErrorKind::Auth},
    {"MissingAuthenticationTokenException"_L1, ErrorKind::Auth},
    {"ResourceNotFoundException"_L1, ErrorKind::NotFound},
    {"ModelNotReadyException"_L1, ErrorKind::Overloaded},
    {"ThrottlingException"_L1, ErrorKind::RateLimit},
};

constexpr ErrorPhrase phrases[] = {
    {"INVALID_PAYMENT_INSTRUMENT"_L1, ErrorKind::Funds},
    {"blocked by our content filters"_L1, ErrorKind::ContentPolicy},
    {"end of its life"_L1, ErrorKind::NotFound},
    {"on-demand throughput"_L1, ErrorKind::NotFound}, // the model goes by another id here: that of a profile
    {"model identifier is invalid"_L1, ErrorKind::NotFound},
    {"unsupported countries"_L1, ErrorKind::Unsupported},
};

constexpr int modelFailed = 424;

/// "ValidationException:http://internal.amazon.com/…", "com.amazon.coral.service#ValidationException"
QString exceptionOf(const HttpResponse &response)
{
    const QString header = QString::fromLatin1(response.header("x-amzn-errortype"_ba));
    const QString name = header.isEmpty() ? response.json().value("__type"_L1).toString() : header;
    return name.section(u':', 0, 0).section(u'#', -1).trimmed();
}

} // namespace

Error bedrockError(const HttpResponse &response, const Offer &offer, const QString &provider, const QByteArray &key)
{
    VendorMessage said = VendorMessage::read(response.body, key);
    if (const QString other = response.json().value("Message"_L1).toString(); said.text.isEmpty()) {
        said.text = redactedDetail(other, key);
    }
    said.code = exceptionOf(response);
    Error error = errorFromStatus(response, said, provider);
    error.param = parameterOf(offer, said.param);
    if (response.status == modelFailed) {
        error.kind = ErrorKind::Upstream;
        error.billing = Billing::MayBeBilled; // it had begun
    }
    if (error.billing == Billing::NotBilled) {
        error.kind = kindOfCode(exceptions, said.code).value_or(error.kind);
        if (const ErrorPhrase *phrase = phraseIn(phrases, said.text)) {
            error.kind = phrase->kind;
        }
    }
    if (response.status >= 400) {
        explain(error, provider);
    }
    if (error.kind == ErrorKind::Unsupported) {
        error.setReason(reasons::regionNotServed(provider));
    }
    return error;
}

bool isBlockedByFilter(const QString &words)
{
    return words.contains("blocked by our content filters"_L1, Qt::CaseInsensitive)
        || words.contains("have been blocked"_L1, Qt::CaseInsensitive);
}

} // namespace lightwell
