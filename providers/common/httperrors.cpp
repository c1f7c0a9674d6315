// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/httperrors.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/boundedjson.h"
#include "core/planning/fieldnames.h"

#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Auth;
    case 402:
        return ErrorKind::Funds;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
    case 504:
    case 524: // the same from a Cloudflare proxy
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimit;
    case 503:
    case 529:
        return ErrorKind::Overloaded;
    default:
        return status >= 400 && status < 500 && status != 409 && status != 499 ? ErrorKind::Invalid
                                                                               : ErrorKind::Upstream;
    }
}

Reason invalidReason(const Error &error, const QString &provider)
{
    if (error.param.isEmpty()) {
        return error.detail.trimmed().isEmpty() ? reasons::requestRefusedInSilence(provider)
                                                : reasons::requestRefused(provider);
    }
    return reasons::valueRefused(provider, error.param);
}

/// What hinders reading an answer at all, however right its form: too much of something. Empty: nothing does.
Reason tooMuch(const HttpResponse &response)
{
    const Result<QJsonDocument> read = readJson(response.body, jsonlimits::answer);
    return read || read.error().code == "json_syntax"_L1 ? Reason() : read.error().why();
}

/// Nothing is sent again to another address by itself: it might be paid twice, and the key would go there.
bool isMoved(const Error &error)
{
    return error.httpStatus >= 300 && error.httpStatus < 400;
}

Reason failedReason(const Error &error, const QString &provider)
{
    if (error.billing == Billing::NotBilled) {
        return reasons::failedForFree(provider);
    }
    if (error.kind == ErrorKind::Timeout) {
        return reasons::noAnswerInTime(provider);
    }
    return reasons::failed(provider);
}

} // namespace

std::optional<ErrorKind> kindOfCode(std::span<const ErrorCode> table, const QString &code)
{
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const ErrorCode &entry) { return code == entry.code; });
    return row == table.end() ? std::nullopt : std::optional(row->kind);
}

const ErrorPhrase *phraseIn(std::span<const ErrorPhrase> table, const QString &message)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const ErrorPhrase &entry) {
        return message.contains(entry.words, Qt::CaseInsensitive);
    });
    return row == table.end() ? nullptr : &*row;
}

Billing billingOfStatus(int status)
{
    switch (status) {
    case 408:
    case 409:
    case 499:
        return Billing::MayBeBilled;
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
    case 503:
    case 529:
        return Billing::NotBilled;
    default:
        return status >= 400 && status < 500 ? Billing::NotBilled : Billing::MayBeBilled;
    }
}

namespace {

/// Gateways forbid that something is sent again where a vendor behind them may have begun with it: from them a 503 is
/// no refusal of work. What they say to other refusals adds nothing.
bool mayHaveBegun(const HttpResponse &response)
{
    return (response.status == 503 || response.status == 529)
        && response.header("x-should-retry").trimmed().toLower() == "false";
}

} // namespace

Error errorFromStatus(const HttpResponse &response, const VendorMessage &said, const QString &provider)
{
    Error error;
    error.kind = kindOfStatus(response.status);
    error.billing = mayHaveBegun(response) ? Billing::MayBeBilled : billingOfStatus(response.status);
    error.detail = said.text;
    error.code = said.code.isEmpty() ? said.type : said.code;
    error.httpStatus = response.status;
    error.retryAfter = response.retryAfter();
    explain(error, provider);
    if (isMoved(error)) {
        error.detail = QUrl(QString::fromLatin1(response.header("Location"_ba))).host();
    }
    return error;
}

void explain(Error &error, const QString &provider)
{
    if (isMoved(error)) { // whatever else a vendor's adapter makes of it
        error.setReason(reasons::addressMoved(provider));
        return;
    }
    switch (error.kind) {
    case ErrorKind::Invalid:
        error.setReason(invalidReason(error, provider));
        break;
    case ErrorKind::Unsupported:
        error.setReason(reasons::notOffered(provider));
        break;
    case ErrorKind::NotFound:
        error.setReason(reasons::modelUnknown(provider));
        break;
    case ErrorKind::Auth:
        error.setReason(reasons::keyRefused(provider));
        break;
    case ErrorKind::Funds:
        error.setReason(reasons::accountEmpty(provider));
        break;
    case ErrorKind::RateLimit:
        error.setReason(reasons::tooManyCalls(provider));
        break;
    case ErrorKind::ContentPolicy:
        error.setReason(reasons::contentRefused(provider));
        break;
    case ErrorKind::Overloaded:
        error.setReason(reasons::tooBusy(provider));
        break;
    default:
        error.setReason(failedReason(error, provider));
        break;
    }
}

Error brokenAnswer(const HttpResponse &response, const QString &provider, const Reason &found, const QString &words)
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::MayBeBilled;
    error.httpStatus = response.status;
    const Reason hindrance = tooMuch(response);
    error.detail = hindrance.isEmpty() ? words : QString();
    error.setReason(Reason::both(reasons::noUsablePicture(provider), hindrance.isEmpty() ? found : hindrance));
    return error;
}

Error noAddress(const QString &provider)
{
    return notSent(ErrorKind::Invalid, reasons::addressMissing(provider));
}

QString fieldComplainedOf(const QString &message)
{
    static const QRegularExpression field(u"^([a-z][A-Za-z_-]*): "_s);
    return field.match(message).captured(1).replace(u'-', u'_');
}

QString parameterNamedIn(const Offer &offer, const QString &message)
{
    constexpr qsizetype shortest = 3;
    QString named;
    qsizetype first = message.size();
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        const QStringList names = field->split(u", "_s);
        for (const QString &name : names) {
            const QString bare = name.section(u'.', -1);
            const QRegularExpression word(u"\\b"_s + QRegularExpression::escape(bare) + u"\\b"_s);
            const qsizetype at = bare.size() < shortest ? -1 : message.indexOf(word);
            if (at >= 0 && at < first) {
                first = at;
                named = field.key();
            }
        }
    }
    return named;
}

QString parameterOf(const Offer &offer, const QString &field)
{
    const QString bare = field.section(u'[', 0, 0);
    const QString parameter = mappedParameter(offer, bare);
    return parameter.isEmpty() ? bare : parameter;
}

} // namespace lightwell
