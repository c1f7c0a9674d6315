// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/usagecheck.h"

#include "app/cli/command.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/model/boundedjson.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

UsageCheck::UsageCheck(Composition &app, Terminal &terminal, bool asJson, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_terminal(terminal)
    , m_asJson(asJson)
    , m_now(QDateTime::currentDateTimeUtc())
{
    if (const Result<QByteArray> before = readRegularFile(m_app.paths().balancesFile(), jsonlimits::own.bytes)) {
        const Result<QJsonObject> known = readJsonObject(*before, jsonlimits::own);
        m_before = known ? *known : QJsonObject();
    }
}

void UsageCheck::start(const QString &provider)
{
    QStringList all;
    const QList<ProviderInfo> providers = m_app.adapters().providers();
    for (const ProviderInfo &info : providers) {
        if ((provider.isEmpty() || info.id == provider) && !info.keyVariables.isEmpty()) {
            all.append(info.id);
        }
    }
    m_app.keyring().states(all, this, [this](const QList<KeyState> &states) {
        QStringList withKey;
        for (const KeyState &state : states) {
            if (state.source != KeySource::None && state.source != KeySource::NotNeeded) {
                withKey.append(state.provider);
            }
        }
        ask(withKey);
    });
}

void UsageCheck::ask(const QStringList &withKey)
{
    m_silent = withKey;
    QList<const BalanceReader *> asked;
    for (const auto &reader : m_app.balanceReaders()) {
        if (m_silent.removeOne(reader->provider())) {
            asked.append(reader.get());
        }
    }
    m_asked = asked.size();
    if (asked.isEmpty()) {
        tell();
        return;
    }
    m_terminal.progress(tr("Asking what was spent…"));
    for (const BalanceReader *reader : std::as_const(asked)) {
        m_app.engine().fetchBalance(
            *reader, this, [this, id = reader->provider()](const Result<Balance> &balance) { compare(id, balance); });
    }
}

void UsageCheck::compare(const QString &provider, const Result<Balance> &balance)
{
    Answer answer {provider, balance, {}};
    if (!balance) {
        take(answer);
        return;
    }
    if (balance->spent.isKnown()) {
        answer.there = balance->spent;
    } else {
        const QJsonObject before = m_before.value(provider).toObject();
        const Money left = Money::fromJson(before.value("left"_L1));
        answer.since = QDateTime::fromString(before.value("at"_L1).toString(), Qt::ISODateWithMs);
        if (answer.since.isValid()) {
            answer.there = left - balance->left;
        }
    }
    LedgerFilter filter;
    filter.provider = provider;
    filter.since = answer.since;
    const auto asking = m_app.ledgerReader().spentByDay(filter, SpendingGroup::Nothing);
    whenDone(asking, this, [this, answer](const Result<QList<SpendingOfDay>> &days) mutable {
        if (days) {
            answer.here = Money::zero();
            for (const SpendingOfDay &day : *days) {
                answer.here += day.cost + day.assumed;
            }
        }
        take(answer);
    });
}

void UsageCheck::take(const Answer &answer)
{
    m_answers.append(answer);
    if (m_answers.size() == m_asked) {
        std::sort(m_answers.begin(), m_answers.end(),
                  [](const Answer &one, const Answer &other) { return one.provider < other.provider; });
        keep();
        tell();
    }
}

void UsageCheck::keep() const
{
    QJsonObject now = m_before;
    for (const Answer &answer : m_answers) {
        if (answer.balance && answer.balance->left.isKnown()) {
            now.insert(
                answer.provider,
                QJsonObject {{"left"_L1, answer.balance->left.toJson()}, {"at"_L1, m_now.toString(Qt::ISODateWithMs)}});
        }
    }
    if (now != m_before) { // where it cannot be written, the next check has nothing to compare with
        static_cast<void>(writeDurably(m_app.paths().balancesFile(), QJsonDocument(now).toJson()));
    }
}

void UsageCheck::tell()
{
    m_terminal.endProgress();
    const bool isWhole =
        std::all_of(m_answers.begin(), m_answers.end(), [](const Answer &answer) { return answer.balance.ok(); });
    QJsonArray report;
    QList<QStringList> rows {
        {tr("PROVIDER"), tr("LEFT THERE"), tr("SPENT THERE"), tr("LEDGER"), tr("DIFFERENCE"), tr("SINCE")}};
    for (const Answer &answer : std::as_const(m_answers)) {
        QJsonObject entry {{"provider"_L1, answer.provider}};
        if (!answer.balance) {
            entry.insert("error"_L1, wording::sentence(answer.balance.error()));
            m_terminal.message(u"%1: %2"_s.arg(answer.provider, wording::sentence(answer.balance.error())));
        } else {
            const Money difference = answer.there - answer.here;
            entry.insert("left"_L1, answer.balance->left.toJsonDollars());
            entry.insert("spent_there"_L1, answer.there.toJsonDollars());
            entry.insert("ledger"_L1, answer.here.toJsonDollars());
            entry.insert("difference"_L1, difference.toJsonDollars());
            entry.insert("since"_L1,
                         answer.since.isValid() ? QJsonValue(answer.since.toString(Qt::ISODate)) : QJsonValue());
            rows.append({answer.provider, sumText(answer.balance->left), sumText(answer.there), sumText(answer.here),
                         sumText(difference),
                         answer.since.isValid() ? answer.since.toLocalTime().toString(Qt::ISODate) : tr("ever")});
        }
        report.append(entry);
    }
    if (m_asJson) {
        m_terminal.printJson(
            QJsonObject {{"providers"_L1, report}, {"silent"_L1, QJsonArray::fromStringList(m_silent)}});
    } else {
        if (rows.size() > 1) {
            m_terminal.printTable(rows, {1, 2, 3, 4});
            m_terminal.print(
                tr("Other programs may spend with the same account: then the difference is theirs. Where a "
                   "vendor only says what is left, this look is compared with the one before."));
        }
        if (!m_silent.isEmpty()) {
            m_terminal.print(tr("These tell nothing that could be compared: %1.").arg(m_silent.join(u", "_s)));
        }
        if (m_answers.isEmpty() && m_silent.isEmpty()) {
            m_terminal.print(tr("No provider has a key, so nobody can be asked."));
        }
    }
    Q_EMIT finished(isWhole ? ExitDone : ExitFailed);
}

} // namespace lightwell
