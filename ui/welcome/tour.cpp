// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/tour.h"

#include "ui/welcome/tourbubble.h"

#include <QApplication>
#include <QScrollArea>

namespace lightwell {

namespace {

void bringIntoView(QWidget *place)
{
    for (QWidget *around = place->parentWidget(); around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around)) {
            scroll->ensureWidgetVisible(place);
        }
    }
}

} // namespace

Tour::Tour(QObject *parent)
    : QObject(parent)
{
}

Tour::~Tour()
{
    delete m_bubble;
}

void Tour::start(const QList<Stop> &stops)
{
    m_before = QApplication::focusWidget();
    m_stops = stops;
    m_stops.removeIf([](const Stop &stop) { return !stop.place || !stop.place->isVisible(); });
    m_at = 0;
    show();
}

void Tour::show()
{
    QWidget *place = m_at < m_stops.size() ? m_stops.at(m_at).place.data() : nullptr;
    if (!place) {
        m_bubble ? static_cast<void>(m_bubble->close()) : end();
        return;
    }
    if (!m_bubble) {
        m_bubble = new TourBubble(place->window());
        connect(m_bubble, &TourBubble::wentOn, this, [this] {
            ++m_at;
            show();
        });
        connect(m_bubble, &TourBubble::ended, this, &Tour::end);
    }
    bringIntoView(place);
    const Stop &stop = m_stops.at(m_at);
    m_bubble->say(stop.title, stop.text, static_cast<int>(m_at) + 1, static_cast<int>(m_stops.size()));
    m_bubble->openAt(place);
}

void Tour::end()
{
    m_at = -1;
    m_stops.clear();
    if (m_before && m_before->isVisible()) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
}

} // namespace lightwell
