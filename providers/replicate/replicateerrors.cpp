// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateerrors.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/flatbody.h"
#include "providers/common/httperrors.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::ReplicateErrors)
};

QString vendor()
{
    return u"Replicate"_s;
}

bool mentionsAny(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// The models' and the makers' ways to say that moderation stepped in.
bool isModeration(const QString &text)
{
    return mentionsAny(text,
                       {"nsfw"_L1, "flagged as sensitive"_L1, "(E005)"_L1, "content policy"_L1, "content moderation"_L1,
                        "safety checker"_L1});
}

/// "Your rate limit resets in ~30s."
std::optional<std::chrono::milliseconds> resetTime(const QString &text)
{
    static const QRegularExpression pattern(uR"(resets in ~?(\d{1,5})\s*s)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(match.captured(1).toInt()))
                            : std::nullopt;
}

void refineRefusal(Error &error, const Offer &offer)
{
    if (error.kind != ErrorKind::Invalid) {
        return;
    }
    static const QRegularExpression field(uR"(\binput\.(\w+))"_s);
    const QRegularExpressionMatch match = field.match(error.detail);
    if (match.hasMatch()) {
        error.param = parameterOf(offer, match.captured(1));
    } else if (mentionsAny(error.detail, {"version does not exist"_L1, "invalid version"_L1})) {
        error.kind = ErrorKind::NotFound;
        error.param = u"model"_s;
    } else if (mentionsAny(error.detail, {"billing"_L1, "payment method"_L1, "insufficient credit"_L1})) {
        error.kind = ErrorKind::Funds;
    }
}

Error stopped(const QString &status)
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.billing = status == "canceled"_L1 ? Billing::Billed : Billing::NotBilled;
    error.setReason(error.billing == Billing::Billed ? reasons::jobStoppedLate(vendor())
                                                     : reasons::jobStoppedEarly(vendor()));
    return error;
}

} // namespace

void refineReplicateError(Error &error, const Offer &offer)
{
    refineRefusal(error, offer);
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter) {
        error.retryAfter = resetTime(error.detail);
    }
    explain(error, vendor());
}

Error predictionError(const QJsonObject &prediction, int httpStatus)
{
    const QString status = prediction.value("status"_L1).toString();
    const QString words = prediction.value("error"_L1).toString();
    Error error;
    if (status == "failed"_L1) {
        static const QRegularExpression codes(uR"(\bE\d{3,4}\b)"_s);
        error.kind = isModeration(words) ? ErrorKind::ContentPolicy : ErrorKind::Upstream;
        error.code = codes.match(words).captured();
        if (error.code == "E6716"_L1) {
            error.kind = ErrorKind::Timeout;
        }
        error.billing = Billing::MayBeBilled;
        explain(error, vendor());
        if (error.code == "E1001"_L1) {
            error.setReason(reasons::outOfMemory(vendor()));
        }
    } else {
        error = stopped(status);
    }
    error.detail = redactedDetail(words);
    error.httpStatus = httpStatus;
    return error;
}

Error replicateRemoved(const HttpResponse &response)
{
    Error error = brokenAnswer(response, vendor(), QString());
    error.billing = Billing::Billed;
    error.code = u"data_removed"_s;
    error.setReason(reasons::picturesDeleted(vendor()));
    return error;
}

Error replicateNoPicture(const HttpResponse &response, const QString &logs)
{
    Error error = brokenAnswer(response, vendor(), Text::tr("The run succeeded but gave no pictures."));
    error.billing = Billing::Billed;
    if (isModeration(logs)) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, vendor());
    }
    return error;
}

Error replicateNoSuchModel(const QString &id)
{
    return notSent(ErrorKind::NotFound, reasons::modelBadlyNamed(id, vendor()), u"model"_s);
}

} // namespace lightwell
