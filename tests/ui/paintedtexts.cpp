// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paintedtexts.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRegion>
#include <QTransform>
#include <QWidget>

namespace lightwell::test {

namespace {

/// Paints nothing, and notes what is written.
class TextEngine : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(QPaintEngine::AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &start, const QTextItem &item) override
    {
        const QRectF box(start.x(), start.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRectF place = state->transform().mapRect(box);
        // What lies outside its viewport is not to be seen.
        const QRegion clip = systemClip();
        if (item.text().trimmed().isEmpty() || (!clip.isEmpty() && !clip.contains(place.center().toPoint()))) {
            return;
        }
        QColor ink = state->pen().color();
        ink.setAlphaF(static_cast<float>(ink.alphaF() * state->opacity()));
        m_texts.append({item.text(), item.font(), ink, place});
    }

    [[nodiscard]] const QList<PaintedText> &texts() const { return m_texts; }

private:
    QList<PaintedText> m_texts;
};

/// As large as a widget, and of its screen.
class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &widget)
        : m_widget(widget)
    {
    }
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const QList<PaintedText> &texts() const { return m_engine.texts(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric which) const override
    {
        switch (which) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return m_widget.widthMM();
        case PdmHeightMM:
            return m_widget.heightMM();
        case PdmDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
            return m_widget.logicalDpiY();
        case PdmPhysicalDpiX:
            return m_widget.physicalDpiX();
        case PdmPhysicalDpiY:
            return m_widget.physicalDpiY();
        case PdmDepth:
            return m_widget.depth();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0; // no colours of a palette
        }
    }

private:
    const QWidget &m_widget;
    mutable TextEngine m_engine;
};

} // namespace

QList<PaintedText> paintedTexts(QWidget &widget)
{
    TextDevice device(widget);
    widget.render(&device);
    return device.texts();
}

} // namespace lightwell::test
