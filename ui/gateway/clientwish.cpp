// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/clientwish.h"

#include "ui/budgets/amounttext.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClientWish)
};

QStringList modelsIn(const QString &text)
{
    QStringList models;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString model = part.trimmed();
        if (!model.isEmpty() && !models.contains(model)) {
            models.append(model);
        }
    }
    return models;
}

} // namespace

Result<ClientWish> readWish(const ClientFields &fields, const QDateTime &now)
{
    ClientWish wish;
    wish.name = fields.name.trimmed();
    wish.scope = fields.managesKeys ? KeyScope::Management : KeyScope::Calls;
    wish.disabled = fields.disabled;
    const bool mayPay = !fields.managesKeys;
    wish.terms.models = mayPay ? modelsIn(fields.models) : QStringList();
    if (fields.perMinute > 0 && mayPay) {
        wish.terms.perMinute = fields.perMinute;
    }
    wish.terms.replay = mayPay ? replayModeFromName(fields.replay) : std::nullopt;
    wish.terms.beginsEarly = fields.beginsEarly && mayPay;
    if (const QString amount = fields.amount.trimmed(); !amount.isEmpty() && mayPay) {
        const std::optional<Money> limit = amountFrom(amount);
        if (!limit) {
            return notSent(ErrorKind::Invalid, Text::tr("\"%1\" is no amount. Write it like $10.00.").arg(amount),
                           u"amount"_s);
        }
        wish.budget = Budget {.limit = *limit, .period = fields.period, .provider = {}, .client = {}};
    }
    if (const QString day = fields.lastDay.trimmed(); !day.isEmpty()) {
        const QDate last = QDate::fromString(day, Qt::ISODate);
        if (!last.isValid()) {
            return notSent(ErrorKind::Invalid, Text::tr("\"%1\" is no day. Write it like 2027-01-31.").arg(day),
                           u"lastDay"_s);
        }
        wish.terms.expiresAt = last.addDays(1).startOfDay().toUTC();
        if (wish.terms.expiresAt <= now) {
            return notSent(ErrorKind::Invalid, Text::tr("That day is over. To end a key now, revoke it."),
                           u"lastDay"_s);
        }
    }
    return wish;
}

ClientFields fieldsOf(const Client &client, const std::optional<Budget> &budget)
{
    ClientFields fields;
    fields.name = client.name;
    fields.models = client.terms.models.join(u", "_s);
    fields.perMinute = client.terms.perMinute.value_or(0);
    fields.managesKeys = client.scope == KeyScope::Management;
    fields.disabled = client.disabled;
    if (client.terms.expiresAt.isValid()) {
        // It works up to this moment: the last day is that of the moment before.
        fields.lastDay = client.terms.expiresAt.toLocalTime().addMSecs(-1).date().toString(Qt::ISODate);
    }
    fields.replay = client.terms.replay ? replayModeName(*client.terms.replay) : QString();
    fields.beginsEarly = client.terms.beginsEarly;
    if (budget) {
        fields.amount = budget->limit.toString();
        fields.period = budget->period;
    }
    return fields;
}

} // namespace lightwell
