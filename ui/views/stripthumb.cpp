// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/stripthumb.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/views/overlay.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QEvent>
#include <QPainter>

namespace lightwell {

namespace {

constexpr int edge = 4; ///< around the picture: a line, and air
constexpr int narrowest = 44;

} // namespace

StripThumb::StripThumb(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StripThumb::setPicture(const ViewedPicture &picture)
{
    const bool isOther = picture.picture.id != m_picture.picture.id;
    m_picture = picture;
    setAccessibleName(picture.name);
    setAccessibleDescription(picture.underWay ? tr("being made") : picture.problem);
    if (isOther) {
        ++m_round;
        m_image = {};
        m_loadedFor = {};
        updateGeometry();
    }
    update();
}

void StripThumb::setNumber(int number, bool active)
{
    m_number = number;
    m_active = active;
    update();
}

QSize StripThumb::bound() const
{
    return most * devicePixelRatioF();
}

QSize StripThumb::sizeHint() const
{
    const QSize picture = m_picture.picture.size.isEmpty() ? QSize(3, 2) : m_picture.picture.size;
    const int width = std::max(narrowest, picture.scaled(most, Qt::KeepAspectRatio).width());
    return {width + 2 * edge, most.height() + 2 * edge};
}

void StripThumb::load()
{
    if (!m_picture.isThere() || m_loadedFor == bound()) {
        return;
    }
    m_loadedFor = bound();
    whenDone(picturefiles::load(m_picture.picture, bound()), this, [this, round = ++m_round](const QImage &image) {
        if (round == m_round) {
            m_image = image;
            update();
        }
    });
}

bool StripThumb::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void StripThumb::paintEvent(QPaintEvent *)
{
    load(); // what is never in sight is never read
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF inner = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    painter.fillRect(inner, t.raised);
    if (!m_image.isNull()) {
        QRectF place(QPointF(), QSizeF(m_image.size()).scaled(inner.size(), Qt::KeepAspectRatio));
        place.moveCenter(inner.center());
        painting::picture(&painter, place, m_image);
    } else if (!m_picture.isThere()) {
        const int side = iconSide(fontMetrics());
        QRect place(0, 0, side, side);
        place.moveCenter(rect().center());
        const Icon icon = m_picture.problem.isEmpty() ? Icon::Clock : Icon::Error;
        painter.drawPixmap(place, iconPixmap(icon, t.muted, side, devicePixelRatioF()));
    }
    const double width = m_active ? 2 : 1;
    if (m_number > 0 || underMouse()) {
        painting::roundedBox(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), painting::innerRadius, {},
                             m_number > 0 ? t.accent : t.muted, width);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, t);
    }
    if (m_number > 0) {
        const QString text = QString::number(m_number);
        overlay::badge(painter, this, overlay::badgeRect(this, text, {edge + 3, edge + 3}), text, m_active);
    }
}

} // namespace lightwell
