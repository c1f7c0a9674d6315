// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgertable.h"

#include "core/async/whendone.h"
#include "core/wording/wording.h"
#include "ui/texts.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxWanted = 3; ///< windows: no more than that are in sight at a time

/// "+$0.003", "−$0.0004": what rounds to nothing is written out.
QString differenceText(Money difference)
{
    const bool isLess = difference.micros() < 0;
    const Money size = isLess ? Money::zero() - difference : difference;
    const QString amount = size.micros() < 1'000 ? size.toString() : texts::one(size);
    return (isLess ? u'\u2212' : u'+') + amount;
}

/// It came to nothing, or to a bill of nothing where something was expected.
bool isNotBilled(const LedgerRow &call)
{
    return call.state == LedgerState::Released
        || (call.state == LedgerState::Settled && call.cost == Money::zero() && call.told != Money::zero());
}

} // namespace

LedgerTable::LedgerTable(Books &books, QObject *parent)
    : QAbstractTableModel(parent)
    , m_books(books)
{
}

void LedgerTable::setNames(const budgettexts::Names &names)
{
    m_names = names;
    if (m_count > 0) {
        Q_EMIT dataChanged(index(0, What), index(m_count - 1, For));
    }
}

void LedgerTable::setFilter(const LedgerFilter &filter)
{
    if (!m_isRead || filter != m_filter) {
        m_filter = filter;
        ask(true);
    }
}

void LedgerTable::refresh()
{
    ask(false);
}

/// What is shown stays until the new rows are there.
void LedgerTable::ask(bool isAnother)
{
    const int generation = ++m_generation;
    m_wanted.clear();
    m_fetching = -1;
    const LedgerFilter filter = m_filter;
    whenDone(m_books.countLines(filter), this, [this, generation, filter, isAnother](const Result<qint64> &count) {
        if (generation != m_generation) {
            return;
        }
        if (!count) {
            Q_EMIT failed(wording::sentence(count.error()));
            return;
        }
        whenDone(m_books.lines(filter, 0, windowRows), this,
                 [this, generation, isAnother, count = *count](const Result<QList<LedgerRow>> &calls) {
                     if (generation != m_generation) {
                         return;
                     }
                     if (!calls) {
                         Q_EMIT failed(wording::sentence(calls.error()));
                         return;
                     }
                     take(count, *calls, isAnother);
                 });
    });
}

void LedgerTable::take(qint64 count, const QList<LedgerRow> &first, bool isAnother)
{
    const auto rows = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    const bool isReset = isAnother || rows < m_count || !m_isRead;
    if (isReset) {
        beginResetModel();
        m_windows.clear();
        m_count = rows;
        hold(0, first);
        m_isRead = true;
        endResetModel();
    } else {
        // New entries come on top; whoever looks at others keeps looking at them.
        const int added = rows - m_count;
        if (added > 0) {
            beginInsertRows({}, 0, added - 1);
        }
        for (Window &window : m_windows) {
            window.isOld = true;
        }
        m_count = rows;
        hold(0, first);
        if (added > 0) {
            endInsertRows();
        }
        if (m_count > 0) {
            Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columns - 1));
        }
    }
    Q_EMIT read();
}

void LedgerTable::hold(int window, const QList<LedgerRow> &calls)
{
    m_windows.insert(window, {calls, false, ++m_uses});
    while (m_windows.size() > maxWindows) {
        auto oldest = m_windows.begin();
        for (auto held = m_windows.begin(); held != m_windows.end(); ++held) {
            if (held->usedAt < oldest->usedAt) {
                oldest = held;
            }
        }
        m_windows.erase(oldest);
    }
}

int LedgerTable::heldRows() const
{
    qsizetype rows = 0;
    for (const Window &window : m_windows) {
        rows += window.calls.size();
    }
    return static_cast<int>(rows);
}

const LedgerRow *LedgerTable::callAt(int row) const
{
    const int number = row / windowRows;
    const auto window = m_windows.constFind(number);
    if (window == m_windows.cend() || window->isOld) {
        want(number);
    }
    if (window == m_windows.cend()) {
        return nullptr;
    }
    window->usedAt = ++m_uses;
    const int place = row % windowRows;
    return place < window->calls.size() ? &window->calls.at(place) : nullptr;
}

/// Asked for once control is back: while a view paints or scrolls, only what it shows last is worth asking for.
void LedgerTable::want(int window) const
{
    if (window == m_fetching) {
        return;
    }
    m_wanted.removeAll(window);
    m_wanted.prepend(window);
    if (m_wanted.size() > maxWanted) {
        m_wanted.removeLast();
    }
    if (!m_isAsked && m_fetching < 0) {
        m_isAsked = true;
        QMetaObject::invokeMethod(const_cast<LedgerTable *>(this), &LedgerTable::fetchNext, Qt::QueuedConnection);
    }
}

void LedgerTable::fetchNext()
{
    m_isAsked = false;
    if (m_fetching >= 0 || m_wanted.isEmpty()) {
        return;
    }
    const int window = m_wanted.takeFirst();
    const int generation = m_generation;
    m_fetching = window;
    whenDone(m_books.lines(m_filter, static_cast<qint64>(window) * windowRows, windowRows), this,
             [this, window, generation](const Result<QList<LedgerRow>> &calls) {
                 if (generation != m_generation) {
                     return;
                 }
                 m_fetching = -1;
                 if (!calls) {
                     m_wanted.clear();
                     Q_EMIT failed(wording::sentence(calls.error()));
                     return;
                 }
                 hold(window, *calls);
                 const int last = std::min(m_count, (window + 1) * windowRows) - 1;
                 if (window * windowRows <= last) {
                     Q_EMIT dataChanged(index(window * windowRows, 0), index(last, columns - 1));
                 }
                 fetchNext();
             });
}

int LedgerTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int LedgerTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant LedgerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section >= Estimate ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case For:
        return tr("For");
    case Estimate:
        return tr("Estimate");
    case Real:
        return tr("Real");
    case Difference:
        return tr("Difference");
    default:
        return {};
    }
}

QVariant LedgerTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_count) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return headerData(index.column(), Qt::Horizontal, role);
    }
    const LedgerRow *call = callAt(index.row());
    if (!call) {
        return role == Qt::DisplayRole && index.column() == When ? QVariant(u"…"_s) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*call, index.column());
    case Qt::ToolTipRole:
        return texts::tip(tip(*call, index.column()));
    case tablerow::ToneRole:
        return static_cast<int>(tone(*call, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(*call, index.column()));
    default:
        return {};
    }
}

QString LedgerTable::text(const LedgerRow &call, int column) const
{
    const QString none = u"–"_s;
    switch (column) {
    case When: {
        const QDateTime at = (call.settledAt.isValid() ? call.settledAt : call.begun).toLocalTime();
        return at.date() == QDate::currentDate() ? at.toString(u"HH:mm:ss"_s)
                                                 : QLocale().toString(at, u"d MMM HH:mm"_s);
    }
    case What: {
        const QString what = m_names.model(call.model) + u" · "_s + m_names.provider(call.provider);
        return call.settledAt.isValid() ? tr("Settled: %1").arg(what) : what;
    }
    case For: {
        const QString who = call.client.isEmpty() ? tr("Lightwell") : m_names.client(call.client);
        return call.project.isEmpty() ? who : who + u" · "_s + call.project;
    }
    case Estimate:
        return call.told == Money::zero() ? tr("free") : texts::one(call.told);
    case Real:
        return call.state != LedgerState::Settled || isNotBilled(call) ? none
            : call.cost == Money::zero()                               ? tr("free")
                                                                       : texts::one(call.cost);
    case Difference:
        break;
    default:
        return {};
    }
    if (isNotBilled(call)) {
        return call.isSettledLater ? tr("billed later") : tr("not billed");
    }
    switch (call.state) {
    case LedgerState::Reserved:
        return tr("running");
    case LedgerState::Kept:
        return call.isSettledLater ? tr("settled later") : tr("may be billed");
    case LedgerState::Released:
        return tr("not billed");
    case LedgerState::Settled:
        break;
    }
    const Money difference = call.difference();
    return !difference.isKnown() ? none : difference == Money::zero() ? tr("none") : differenceText(difference);
}

QString LedgerTable::tip(const LedgerRow &call, int column) const
{
    switch (column) {
    case When: {
        const QString begun = QLocale().toString(call.begun.toLocalTime(), QLocale::LongFormat);
        return call.settledAt.isValid()
            ? tr("%1, of the call of %2")
                  .arg(QLocale().toString(call.settledAt.toLocalTime(), QLocale::LongFormat), begun)
            : begun;
    }
    case Estimate:
        return call.told.toString();
    case Real:
        return call.state == LedgerState::Settled ? call.cost.toString() : QString();
    case Difference: {
        const Money difference = call.difference();
        return difference.isKnown() ? difference.toString() : QString();
    }
    default:
        return text(call, column) + u'\n' + call.generation;
    }
}

tablerow::Tone LedgerTable::tone(const LedgerRow &call, int column)
{
    using tablerow::Tone;
    if (column == Difference) {
        const Money difference = isNotBilled(call) ? Money::zero() : call.difference();
        return call.state == LedgerState::Kept && !call.isSettledLater ? Tone::Warning
            : difference.microsOr(0) != 0                              ? Tone::Strong
                                                                       : Tone::Quiet;
    }
    if (column == Real && call.state == LedgerState::Settled && !call.cost.isKnown()) {
        return Tone::Warning;
    }
    return column == When || column == Estimate ? Tone::Quiet : Tone::Plain;
}

} // namespace lightwell
