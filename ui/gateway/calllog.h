// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "ui/widgets/tablerow.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <array>

namespace lightwell {

/// What programs asked of the gateway since the window is open, the newest first: a bounded number of calls, in memory
/// alone, without what was in them. Without widgets. New calls are taken in together, a few times a second: a program
/// may send thousands.
class CallLog : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Client, Call, Offer, Took, Inside, Cost, Outcome, columns };
    static constexpr int maxCalls = 500;

    explicit CallLog(QObject *parent = nullptr);
    void add(const GatewayCall &call);
    void setNames(const QHash<QString, QString> &clients); ///< id -> name
    void setClient(const QString &id); ///< only this one's; empty: all
    void setPaused(bool paused); ///< what comes meanwhile is shown afterwards
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); } ///< while it is paused
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); } ///< of all clients together
    [[nodiscard]] QStringList clients() const; ///< ids of those that called
    /// Calls within the minute before, of all clients, whether they are shown or not.
    [[nodiscard]] int inLastMinute(const QDateTime &now) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void taken(); ///< new calls came, or are waiting

private:
    struct Second
    {
        qint64 number = 0; ///< since 1970
        int calls = 0;
    };
    void takeIn();
    [[nodiscard]] bool fits(const GatewayCall &call) const { return m_client.isEmpty() || call.client == m_client; }
    [[nodiscard]] QString text(const GatewayCall &call, int column) const;
    [[nodiscard]] static tablerow::Tone tone(const GatewayCall &call, int column);
    QHash<QString, QString> m_names;
    QList<GatewayCall> m_all; ///< the newest first
    QList<GatewayCall> m_shown; ///< of these
    QList<GatewayCall> m_waiting; ///< the oldest first
    std::array<Second, 60> m_seconds {};
    QString m_client;
    QTimer m_soon;
    bool m_isPaused = false;
};

} // namespace lightwell
