// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace lightwell {

class TourBubble;

/// Leads from place to place in the window, a bubble at each.
class Tour : public QObject
{
    Q_OBJECT
public:
    struct Stop
    {
        QPointer<QWidget> place;
        QString title;
        QString text;
    };
    explicit Tour(QObject *parent = nullptr);
    ~Tour() override;
    /// From the first of them. Whoever has the keyboard now gets it back in the end.
    void start(const QList<Stop> &stops);
    [[nodiscard]] bool isUnderWay() const { return m_at >= 0; }

private:
    void show();
    void end();
    QList<Stop> m_stops;
    qsizetype m_at = -1; ///< -1: nowhere
    QPointer<QWidget> m_before;
    QPointer<TourBubble> m_bubble;
};

} // namespace lightwell
