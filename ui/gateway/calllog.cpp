// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/calllog.h"

#include "core/model/displaytext.h"
#include "ui/texts.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto together = 100ms;
constexpr int firstRefusal = 400; ///< of the statuses of HTTP

/// "images/generations", "openai/v1/models", "DELETE v1/requests/req_1": what stands everywhere is left out.
QString callText(const GatewayCall &call)
{
    QString path = call.path;
    path = path.startsWith("/v1/"_L1) ? path.sliced(4) : path.startsWith(u'/') ? path.sliced(1) : path;
    const bool isUsual = call.method.isEmpty() || call.method == "GET" || call.method == "POST";
    return displayText(isUsual ? path : QString::fromLatin1(call.method) + u' ' + path);
}

QString tookText(std::chrono::milliseconds took)
{
    return took < 1s ? CallLog::tr("%1 ms").arg(took.count()) : texts::duration(took.count());
}

/// What it took beside its provider.
std::optional<std::chrono::milliseconds> insideOf(const GatewayCall &call)
{
    return call.upstream ? std::optional(call.took - *call.upstream) : std::nullopt;
}

QString tookTip(const GatewayCall &call)
{
    const std::optional<std::chrono::milliseconds> inside = insideOf(call);
    return inside ? CallLog::tr("%1, of which %2 at the provider and %3 in Lightwell")
                        .arg(tookText(call.took), tookText(*call.upstream), tookText(*inside))
                  : tookText(call.took);
}

/// What the statuses mean that this gateway answers with; empty: the code has to say it.
QString meaningOf(int status)
{
    switch (status) {
    case 400:
        return CallLog::tr("refused");
    case 401:
        return CallLog::tr("no key that works");
    case 402:
        return CallLog::tr("no budget left");
    case 403:
        return CallLog::tr("not allowed");
    case 404:
        return CallLog::tr("not found");
    case 413:
        return CallLog::tr("too large");
    case 429:
        return CallLog::tr("too many calls");
    case 499:
        return CallLog::tr("hung up");
    case 502:
        return CallLog::tr("provider failed");
    case 503:
        return CallLog::tr("not now");
    case 504:
        return CallLog::tr("no answer in time");
    default:
        return status < firstRefusal ? QString() : CallLog::tr("failed");
    }
}

QString outcomeText(const GatewayCall &call)
{
    const QString meaning = meaningOf(call.status);
    return meaning.isEmpty() ? QString::number(call.status) : QString::number(call.status) + u' ' + meaning;
}

} // namespace

CallLog::CallLog(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &CallLog::takeIn);
}

void CallLog::add(const GatewayCall &call)
{
    const qint64 second = call.when.toSecsSinceEpoch();
    Second &counted = m_seconds[static_cast<std::size_t>(second % qint64(m_seconds.size()))];
    if (counted.number <= second) { // clocks are put back now and then
        counted = {second, counted.number == second ? counted.calls + 1 : 1};
    }
    m_waiting.append(call);
    if (m_waiting.size() > maxCalls) {
        m_waiting.removeFirst();
    }
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void CallLog::takeIn()
{
    if (!m_isPaused && !m_waiting.isEmpty()) {
        QList<GatewayCall> fresh = std::exchange(m_waiting, {});
        std::reverse(fresh.begin(), fresh.end());
        m_all = fresh + m_all;
        m_all.resize(std::min<qsizetype>(m_all.size(), maxCalls));
        fresh.removeIf([this](const GatewayCall &call) { return !fits(call); });
        if (!fresh.isEmpty()) {
            beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
            m_shown = fresh + m_shown;
            endInsertRows();
        }
        // What has left the whole left the shown ones too: these are as many at the end.
        const auto left = std::count_if(m_all.cbegin(), m_all.cend(), [this](const auto &call) { return fits(call); });
        if (m_shown.size() > left) {
            beginRemoveRows({}, static_cast<int>(left), static_cast<int>(m_shown.size()) - 1);
            m_shown.resize(left);
            endRemoveRows();
        }
    }
    Q_EMIT taken();
}

void CallLog::setNames(const QHash<QString, QString> &clients)
{
    m_names = clients;
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0, Client), index(rowCount() - 1, Client));
    }
}

void CallLog::setClient(const QString &id)
{
    if (id == m_client) {
        return;
    }
    beginResetModel();
    m_client = id;
    m_shown = m_all;
    m_shown.removeIf([this](const GatewayCall &call) { return !fits(call); });
    endResetModel();
    Q_EMIT taken();
}

void CallLog::setPaused(bool paused)
{
    m_isPaused = paused;
    takeIn();
}

QStringList CallLog::clients() const
{
    QStringList ids;
    for (const GatewayCall &call : m_all) {
        if (!call.client.isEmpty() && !ids.contains(call.client)) {
            ids.append(call.client);
        }
    }
    return ids;
}

int CallLog::inLastMinute(const QDateTime &now) const
{
    const qint64 second = now.toSecsSinceEpoch();
    int calls = 0;
    for (const Second &counted : m_seconds) {
        calls += counted.number > second - qint64(m_seconds.size()) && counted.number <= second ? counted.calls : 0;
    }
    return calls;
}

int CallLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CallLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant CallLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Took || section == Inside || section == Cost;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("Time");
    case Client:
        return tr("Client");
    case Call:
        return tr("Call");
    case Offer:
        return tr("Model → offer");
    case Took:
        return tr("Took");
    case Inside:
        return tr("Inside");
    case Cost:
        return tr("Cost");
    case Outcome:
        return tr("Result");
    default:
        return {};
    }
}

QVariant CallLog::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size()) {
        return {};
    }
    const GatewayCall &call = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(call, index.column());
    case Qt::ToolTipRole:
        return texts::tip(index.column() == Outcome && !call.code.isEmpty()        ? displayText(call.code)
                              : index.column() == Cost                             ? call.cost.toString()
                              : index.column() == Took || index.column() == Inside ? tookTip(call)
                                                                                   : text(call, index.column()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case tablerow::ToneRole:
        return static_cast<int>(tone(call, index.column()));
    case tablerow::SignRole:
        return index.column() == Outcome && call.status >= firstRefusal;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(call, index.column()));
    default:
        return {};
    }
}

QString CallLog::text(const GatewayCall &call, int column) const
{
    const QString none = u"–"_s;
    switch (column) {
    case When:
        return call.when.toLocalTime().toString(u"HH:mm:ss"_s);
    case Client:
        return call.client.isEmpty() ? none : displayText(m_names.value(call.client, call.client));
    case Call:
        return callText(call);
    case Offer:
        return call.model.isEmpty()   ? none
            : call.provider.isEmpty() ? displayText(call.model)
                                      : displayText(call.model + u" → "_s + call.provider);
    case Took:
        return tookText(call.took);
    case Inside: {
        const std::optional<std::chrono::milliseconds> inside = insideOf(call);
        return inside ? tookText(*inside) : none;
    }
    case Cost:
        return call.model.isEmpty() && !call.cost.isKnown() ? none
            : call.cost == Money::zero()                    ? tr("free")
                                                            : texts::one(call.cost);
    case Outcome:
        return outcomeText(call);
    default:
        return {};
    }
}

tablerow::Tone CallLog::tone(const GatewayCall &call, int column)
{
    if (column == Outcome && call.status >= firstRefusal) {
        return tablerow::Tone::Bad;
    }
    return column == When || column == Took || column == Inside ? tablerow::Tone::Quiet : tablerow::Tone::Plain;
}

} // namespace lightwell
