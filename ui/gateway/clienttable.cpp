// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/clienttable.h"

#include "core/model/displaytext.h"
#include "ui/budgets/budgettexts.h"
#include "ui/texts.h"
#include "ui/widgets/tablerow.h"

#include <QLocale>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString &none()
{
    static const QString sign = u"–"_s;
    return sign;
}

QString monthText(const ClientRow &row)
{
    const QString known = texts::total(row.spent);
    return row.unknown == 0 ? known : ClientTable::tr("%1 + %2 unknown").arg(known).arg(row.unknown);
}

QString limitText(const ClientRow &row)
{
    if (row.limits.isEmpty()) {
        return none();
    }
    const BudgetState *own = row.ownLimit();
    const BudgetState &first = own ? *own : row.limits.first();
    const QString level = budgettexts::level(first);
    const QString limit =
        level.isEmpty() ? texts::total(first.budget.limit) : texts::total(first.budget.limit) + u", "_s + level;
    const auto others = row.limits.size() - 1;
    return others == 0 ? limit : ClientTable::tr("%1 + %2 more").arg(limit).arg(others);
}

QString limitTip(const ClientRow &row)
{
    QStringList lines;
    for (const BudgetState &state : row.limits) {
        lines.append(budgettexts::kind(state.budget) + u": "_s + budgettexts::exactly(state));
    }
    return lines.join(u'\n');
}

bool isNearItsLimit(const ClientRow &row)
{
    return std::any_of(row.limits.cbegin(), row.limits.cend(),
                       [](const BudgetState &state) { return state.level() != BudgetState::Level::Within; });
}

QString nameText(const ClientRow &row)
{
    const QString name = row.isThisComputer() ? ClientTable::tr("This computer") : displayText(row.client.name);
    return row.client.disabled                                  ? ClientTable::tr("%1 (disabled)").arg(name)
        : row.client.isExpired(QDateTime::currentDateTimeUtc()) ? ClientTable::tr("%1 (expired)").arg(name)
                                                                : name;
}

QString endTip(const ClientRow &row)
{
    const QDateTime end = row.client.terms.expiresAt;
    return end.isValid() ? ClientTable::tr("%1\nIts key works until %2.")
                               .arg(nameText(row), QLocale().toString(end.toLocalTime(), QLocale::LongFormat))
                         : nameText(row);
}

/// What it gets where its calls do not say it, by the names that the headers have.
QString answersText(const ClientTerms &terms)
{
    QStringList words;
    if (terms.replay) {
        words.append(replayModeName(*terms.replay));
    }
    if (terms.beginsEarly) {
        words.append(ClientTable::tr("early"));
    }
    return words.isEmpty() ? none() : words.join(u", "_s);
}

QString answersTip(const ClientTerms &terms)
{
    QStringList lines;
    if (terms.replay) {
        lines.append(ClientTable::tr("Calls that do not say it: %1.").arg(replayModeName(*terms.replay)));
    }
    if (terms.beginsEarly) {
        lines.append(ClientTable::tr("Answers begin with white space while it waits."));
    }
    return lines.isEmpty() ? ClientTable::tr("As the gateway has it") : lines.join(u'\n');
}

} // namespace

ClientTable::ClientTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

/// The same clients stay the same rows: what is selected stays it.
void ClientTable::setRows(const QList<ClientRow> &rows)
{
    const bool areSame = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                    [](const auto &a, const auto &b) { return a.client.id == b.client.id; });
    if (areSame) {
        m_rows = rows;
        if (!rows.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const ClientRow *ClientTable::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int ClientTable::find(const QString &id) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const auto &r) { return r.client.id == id; });
    return row == m_rows.cend() ? -1 : static_cast<int>(row - m_rows.cbegin());
}

QString ClientTable::usedText(const QDateTime &used, const QDateTime &now)
{
    if (!used.isValid()) {
        return tr("never");
    }
    constexpr qint64 hour = 3600;
    const qint64 seconds = used.secsTo(now);
    if (seconds >= 0 && seconds < 2 * 60) {
        return tr("now");
    }
    if (seconds >= 0 && seconds < hour) {
        return tr("%1 min ago").arg(seconds / 60);
    }
    const QDate day = used.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    return day == today              ? tr("today")
        : day.addDays(1) == today    ? tr("yesterday")
        : day.year() == today.year() ? QLocale().toString(day, u"d MMM"_s)
                                     : QLocale().toString(day, u"d MMM yyyy"_s);
}

int ClientTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClientTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant ClientTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Month || section == Limit || section == Rate;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Key:
        return tr("Key");
    case Month:
        return tr("This month");
    case Limit:
        return tr("Limit");
    case Models:
        return tr("Models");
    case Rate:
        return tr("A minute");
    case Answers:
        return tr("Answers");
    case LastUsed:
        return tr("Last used");
    default:
        return {};
    }
}

QVariant ClientTable::data(const QModelIndex &index, int role) const
{
    const ClientRow *row = at(index.row());
    if (!index.isValid() || !row) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return texts::tip(tip(*row, index.column()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case tablerow::ToneRole: {
        using tablerow::Tone;
        const bool warns = index.column() == Limit && isNearItsLimit(*row);
        return static_cast<int>(warns                                                     ? Tone::Warning
                                    : index.column() == Name                              ? Tone::Strong
                                    : index.column() == Key || index.column() == LastUsed ? Tone::Quiet
                                                                                          : Tone::Plain);
    }
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(*row, index.column()));
    default:
        return {};
    }
}

QString ClientTable::text(const ClientRow &row, int column)
{
    const Client &client = row.client;
    switch (column) {
    case Name:
        return nameText(row);
    case Key:
        return client.keyHint.isEmpty() ? none() : u"lw-…"_s + displayText(client.keyHint);
    case Month:
        return monthText(row);
    case Limit:
        return limitText(row);
    case Models:
        return client.scope == KeyScope::Management ? tr("none: manages keys")
            : client.terms.models.isEmpty()         ? tr("all")
                                                    : displayText(client.terms.models.join(u", "_s));
    case Rate:
        return client.terms.perMinute ? QLocale().toString(*client.terms.perMinute) : none();
    case Answers:
        return answersText(client.terms);
    case LastUsed:
        return usedText(client.lastUsedAt, QDateTime::currentDateTime());
    default:
        return {};
    }
}

QString ClientTable::tip(const ClientRow &row, int column)
{
    switch (column) {
    case Name:
        return row.client.terms.replay || row.client.terms.beginsEarly
            ? endTip(row) + u'\n' + answersTip(row.client.terms)
            : endTip(row);
    case Limit:
        return limitTip(row);
    case Answers:
        return answersTip(row.client.terms);
    case LastUsed:
        return row.client.lastUsedAt.isValid()
            ? QLocale().toString(row.client.lastUsedAt.toLocalTime(), QLocale::LongFormat)
            : QString();
    default:
        return text(row, column);
    }
}

} // namespace lightwell
