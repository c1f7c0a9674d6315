// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/calllog.h"
#include "ui/widgets/card.h"

class QComboBox;
class QStackedWidget;

namespace lightwell {

class Button;
class RowTable;
class TextLabel;

/// The live log of calls: whose, what, of which model, how it was answered, and how many a minute.
class CallsCard : public Card
{
    Q_OBJECT
public:
    explicit CallsCard(QWidget *parent = nullptr);
    void add(const GatewayCall &call) { m_log.add(call); }
    void setNames(const QHash<QString, QString> &clients); ///< id -> name
    [[nodiscard]] const CallLog &log() const { return m_log; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHead();
    void refill();
    void showState();
    void setPaused(bool paused);
    CallLog m_log;
    QHash<QString, QString> m_names;
    QStringList m_listed; ///< in the filter
    QComboBox *m_client;
    TextLabel *m_rate;
    Button *m_pause;
    QStackedWidget *m_body;
    RowTable *m_table;
    QTimer m_tick; ///< the rate falls by itself
};

} // namespace lightwell
