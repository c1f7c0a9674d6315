// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offerrecordtext.h"

#include "core/model/json.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

OfferRecord recordOfOffer(const QList<OfferRecord> &records, const QString &provider, const QString &providerModel)
{
    const auto found = std::find_if(records.begin(), records.end(), [&](const OfferRecord &record) {
        return record.provider == provider && record.providerModel == providerModel;
    });
    return found == records.end() ? OfferRecord() : *found;
}

QJsonObject recordReport(const OfferRecord &record)
{
    QJsonObject report {{"calls"_L1, record.calls()},
                        {"succeeded"_L1, record.made},
                        {"median_ms"_L1, record.made > 0 ? QJsonValue(record.medianMs) : QJsonValue()},
                        {"p95_ms"_L1, record.made > 0 ? QJsonValue(record.p95Ms) : QJsonValue()},
                        {"last_error"_L1, QJsonValue()}};
    if (record.lastErrorAt.isValid()) {
        const Error error = record.lastError.value_or(Error());
        report.insert("last_error"_L1,
                      QJsonObject {{"kind"_L1, errorKindName(error.kind)},
                                   {"message"_L1, wording::sentence(error)},
                                   {"at"_L1, json::fromTime(record.lastErrorAt)}});
    }
    return report;
}

QString recordText(const OfferRecord &record)
{
    constexpr double hundred = 100;
    constexpr double thousand = 1000;
    if (record.calls() == 0) {
        return u"–"_s;
    }
    const QString share = u"%1 % of %2"_s.arg(qRound(hundred * record.made / record.calls())).arg(record.calls());
    return record.made == 0
        ? share
        : u"%1 s, %2"_s.arg(QString::number(static_cast<double>(record.medianMs) / thousand, 'f', 1), share);
}

} // namespace lightwell
