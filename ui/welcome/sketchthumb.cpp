// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/sketchthumb.h"

#include "core/async/whendone.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QPainterPath>
#include <QtConcurrent/QtConcurrentRun>

namespace lightwell {

namespace {

constexpr QSize shown(72, 48);
constexpr int finer = 6; ///< it is painted so many times as large: the painter's strokes are made for real pictures

} // namespace

SketchThumb::SketchThumb(QString model, QString prompt, QWidget *parent)
    : QWidget(parent)
    , m_model(std::move(model))
    , m_prompt(std::move(prompt))
{
    setFixedSize(shown);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SketchThumb::paintWith(const Sketcher &sketcher)
{
    if (!sketcher) {
        return;
    }
    const QSize pixels = (QSizeF(shown) * devicePixelRatioF()).toSize();
    const auto paint = [sketcher, model = m_model, prompt = m_prompt, pixels] {
        const QImage large = sketcher(model, prompt, shown * finer);
        return large.isNull() ? large : large.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    whenDone(QtConcurrent::run(paint), this, [this](const QImage &picture) {
        m_picture = picture;
        update();
    });
}

void SketchThumb::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (m_picture.isNull()) {
        painting::roundedBox(&painter, QRectF(rect()), painting::innerRadius, t.raised);
        return;
    }
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), painting::innerRadius, painting::innerRadius);
    painter.setClipPath(outline);
    painter.drawImage(rect(), m_picture);
}

} // namespace lightwell
