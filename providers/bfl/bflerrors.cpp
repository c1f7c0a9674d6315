// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bflerrors.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString vendor()
{
    return u"Black Forest Labs"_s;
}

/// {"Moderation Reasons": ["Content", …]}: every text in it.
QString wordsOf(const QJsonValue &details)
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
    error.detail = wordsOf(task.value("details"_L1));
    error.setReason(input ? reasons::inputRefused(vendor()) : reasons::pictureWithheld(vendor()));
    return error;
}

Error bflTaskFailed(const QJsonObject &task, const HttpResponse &response)
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::MayBeBilled;
    error.code = task.value("status"_L1).toString();
    error.httpStatus = response.status;
    error.detail = wordsOf(task.value("details"_L1));
    explain(error, vendor());
    return error;
}

Error bflNoSuchModel(const QString &model)
{
    return notSent(ErrorKind::NotFound, reasons::modelNotThere(model, vendor()), u"model"_s);
}

Error bflNoWebhooks()
{
    return notSent(ErrorKind::Invalid, reasons::webhookNotTaken(u"webhook_url"_s), u"webhook_url"_s);
}

} // namespace lightwell
