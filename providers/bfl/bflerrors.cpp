// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bflerrors.h"

#include "providers/common/flatbody.h"
#include "providers/common/httperrors.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::BflErrors)
};

QString vendor()
{
    return u"Black Forest Labs"_s;
}

std::optional<std::chrono::milliseconds> bodyRetryAfter(const QJsonObject &body)
{
    const double seconds = body.value("retry_after"_L1).toDouble(-1);
    if (seconds < 0 || seconds > 3600) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

/// {"Moderation Reasons": ["Content", …]}: every text in it.
QString reasons(const QJsonValue &details)
{
    QStringList texts;
    const QJsonObject object = details.toObject();
    for (const QJsonValue &value : object) {
        const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray {value};
        for (const QJsonValue &entry : entries) {
            if (entry.isString()) {
                texts.append(entry.toString());
            }
        }
    }
    return redactedDetail(details.isString() ? details.toString() : texts.join("; "_L1));
}

} // namespace

Error bflError(const HttpResponse &response, const Offer &offer, BflCall call)
{
    const VendorMessage said = VendorMessage::read(response.body);
    Error error = errorFromStatus(response, said, vendor());
    if (said.text.contains("insufficient credit"_L1, Qt::CaseInsensitive)) {
        error.kind = ErrorKind::Funds;
    }
    if (!said.param.isEmpty() && said.param != "body"_L1) {
        error.param = parameterOf(offer, said.param);
    }
    if (!error.retryAfter) {
        error.retryAfter = bodyRetryAfter(response.json());
    }
    if (call != BflCall::Submission) {
        error.billing = call == BflCall::Job ? Billing::MayBeBilled : Billing::NotBilled;
    }
    explain(error, vendor());
    return error;
}

Error bflModerated(const QJsonObject &task, const HttpResponse &response)
{
    const QString status = task.value("status"_L1).toString();
    const bool input = status == "Request Moderated"_L1;
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.billing = input ? Billing::NotBilled : Billing::MayBeBilled;
    error.code = status;
    error.httpStatus = response.status;
    error.detail = reasons(task.value("details"_L1));
    error.message = input
        ? Text::tr("Black Forest Labs refused the prompt or a picture under its content rules. Change "
                   "them and try again.")
        : Text::tr("Black Forest Labs made a picture but withheld it under its content rules. Change "
                   "the prompt or the pictures and try again.");
    return error;
}

Error bflTaskFailed(const QJsonObject &task, const HttpResponse &response)
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::MayBeBilled;
    error.code = task.value("status"_L1).toString();
    error.httpStatus = response.status;
    error.detail = reasons(task.value("details"_L1));
    explain(error, vendor());
    return error;
}

Error bflUnreadable(const HttpResponse &response, const QString &missing)
{
    return brokenAnswer(response, vendor(), Text::tr("The answer has no usable “%1”.").arg(missing));
}

Error bflForeignAddress(const HttpResponse &response)
{
    return brokenAnswer(response, vendor(),
                        Text::tr("The answer leads to an address that does not belong to Black Forest Labs."));
}

Error bflTaskLost(const HttpResponse &response)
{
    Error error = brokenAnswer(response, vendor(), redactedDetail(VendorMessage::read(response.body).text));
    error.kind = ErrorKind::NotFound;
    error.code = u"Task not found"_s;
    error.message = Text::tr("Black Forest Labs does not know this task any more, so its picture cannot be fetched. It "
                             "may be billed all the same.");
    return error;
}

Error bflNoCredits(const HttpResponse &response)
{
    Error error;
    error.kind = ErrorKind::Funds;
    error.billing = Billing::NotBilled;
    error.httpStatus = response.status;
    error.message =
        Text::tr("The key works, but the account at Black Forest Labs has no credits left. Add some there.");
    return error;
}

Error bflNoSuchModel(const QString &model)
{
    return notSent(ErrorKind::NotFound,
                   Text::tr("“%1” is no model at Black Forest Labs. Choose another one.").arg(model), u"model"_s);
}

Error bflNoWebhooks()
{
    return notSent(ErrorKind::Invalid,
                   Text::tr("With a webhook the picture would not come back to Lightwell. Leave “webhook_url” out."),
                   u"webhook_url"_s);
}

} // namespace lightwell
