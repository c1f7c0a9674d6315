// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/cloudflare/cloudflareerror.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"5007"_L1, ErrorKind::NotFound}, // no such model or task, as 400
    {"3042"_L1, ErrorKind::NotFound},
    {"5005"_L1, ErrorKind::Unsupported},
    {"5019"_L1, ErrorKind::Unsupported},
    {"3023"_L1, ErrorKind::Auth}, // the account is blocked
    {"5016"_L1, ErrorKind::Auth}, // the model's terms are not accepted
    {"5018"_L1, ErrorKind::Auth},
    {"3041"_L1, ErrorKind::Auth},
    {"10000"_L1, ErrorKind::Auth},
    {"9109"_L1, ErrorKind::Auth},
    {"3036"_L1, ErrorKind::Funds}, // the day's free share is used up: waiting a
                                   // minute does not help
    {"4006"_L1, ErrorKind::Funds}, // the same
    {"3040"_L1, ErrorKind::Overloaded},
    {"3030"_L1, ErrorKind::ContentPolicy},
};

constexpr ErrorPhrase phrases[] = {
    {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"flagged"_L1, ErrorKind::ContentPolicy},
    {"daily free allocation"_L1, ErrorKind::Funds},
};

VendorMessage messageOf(const HttpResponse &response, const QByteArray &key)
{
    VendorMessage said = VendorMessage::read(response.body, key);
    const QJsonValue first = response.json().value("errors"_L1).toArray().at(0);
    const QJsonValue code = first["code"_L1];
    said.code = code.isDouble() ? QString::number(code.toInteger()) : code.toString();
    return said;
}

} // namespace

Error cloudflareError(const HttpResponse &response, const QString &provider, const QByteArray &key)
{
    const VendorMessage said = messageOf(response, key);
    Error error = errorFromStatus(response, said, provider);
    if (error.billing == Billing::NotBilled || response.isSuccess()) { // it tells its refusals as successes, too
        error.kind = kindOfCode(codes, said.code).value_or(error.kind);
        if (const ErrorPhrase *phrase = phraseIn(phrases, said.text)) {
            error.kind = phrase->kind;
        }
    }
    if (response.status >= 400 || response.isSuccess()) {
        explain(error, provider);
    }
    if (said.code == "3023"_L1) {
        error.setReason(reasons::accountLocked(provider));
    }
    return error;
}

} // namespace lightwell
