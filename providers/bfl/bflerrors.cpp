// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bflerrors.h"

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
