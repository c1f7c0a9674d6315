// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/sky.h"

#include "providers/sketchbook/art/noise.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

void paintStars(Canvas &canvas)
{
    const double amount = canvas.light().stars;
    if (amount <= 0.02) {
        return;
    }
    Dice dice = canvas.dice(100);
    const int count = static_cast<int>(260 * amount);
    for (int i = 0; i < count; ++i) {
        const double y = std::pow(dice.unit(), 1.35) * canvas.scene().horizon;
        const QPointF at(dice.unit() * canvas.w(), y);
        const double size = std::pow(dice.unit(), 6) * 0.0022 + 0.0007;
        const double fade = 1 - 0.85 * y / canvas.scene().horizon;
        const QColor tint = mix(rgb(0xffffff), dice.chance(0.5) ? rgb(0xffe2b8) : rgb(0xbcd4ff), dice.unit() * 0.6);
        const double alpha = fade * dice.between(0.35, 1.0) * std::min(1.0, amount + 0.2);
        if (size > 0.0021) {
            canvas.glow(at, size * 7, tint, 0.35 * alpha);
        }
        canvas.oval(at, size, size, withAlpha(tint, alpha));
    }
}

void paintMilkyWay(Canvas &canvas)
{
    if (canvas.light().stars < 0.8) {
        return;
    }
    Dice dice = canvas.dice(101);
    const double tilt = dice.between(0.25, 0.7) * (dice.chance(0.5) ? 1 : -1);
    const double x0 = dice.between(0.25, 0.75) * canvas.w();
    for (int i = 0; i < 34; ++i) {
        const double t = i / 33.0;
        const double y = t * canvas.scene().horizon * 0.95;
        const QPointF at(x0 + tilt * (y - canvas.scene().horizon * 0.4) + dice.bell() * 0.05, y);
        const QColor tint = mix(canvas.light().lower, rgb(0xd9c8f0), dice.between(0.2, 0.7));
        canvas.glow(at, dice.between(0.07, 0.2), tint, 0.1 * (1 - t * 0.6));
    }
}

} // namespace

void paintDisc(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const Light &light = canvas.light();
    const bool moon = light.night;
    canvas.glow(scene.sun, canvas.u() * (moon ? 0.55 : 0.95), mix(light.glow, light.disc, 0.4), moon ? 0.28 : 0.5);
    if (!scene.sunVisible) {
        return;
    }
    const double r = scene.sunRadius;
    canvas.glow(scene.sun, r * 3.2, light.disc, moon ? 0.35 : 0.55);
    if (scene.weather == Weather::Fog) {
        canvas.oval(scene.sun, r, r, withAlpha(light.disc, 0.55));
        return;
    }
    QLinearGradient gradient(scene.sun - QPointF(0, r), scene.sun + QPointF(0, r));
    setStops(gradient, {{0, light.disc}, {1, mix(light.disc, light.glow, moon ? 0.15 : 0.5)}});
    canvas.oval(scene.sun, r, r, gradient);
    if (!moon) {
        return;
    }
    Dice dice = canvas.dice(102);
    QPainterPath face;
    face.addEllipse(scene.sun, r, r);
    for (int i = 0; i < 7; ++i) {
        QPainterPath sea;
        const double size = dice.between(0.1, 0.34) * r;
        sea.addEllipse(scene.sun + QPointF(dice.bell() * r * 0.8, dice.bell() * r * 0.8), size, size * 0.85);
        canvas.painter().setClipPath(face);
        canvas.fill(sea, withAlpha(light.upper, 0.1));
        canvas.painter().setClipping(false);
    }
}

void paintAurora(Canvas &canvas)
{
    Dice dice = canvas.dice(110);
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    const double horizon = canvas.scene().horizon;
    for (int band = 0; band < 3; ++band) {
        const QColor foot = mix(rgb(0x4dffa6), rgb(0x3fe0d0), dice.unit());
        const QColor head = mix(rgb(0x7a4dff), rgb(0xd04dff), dice.unit());
        const double base = horizon * dice.between(0.45, 0.85);
        const quint64 seed = dice.next();
        constexpr int columns = 150;
        for (int i = 0; i < columns; ++i) {
            const double t = double(i) / columns;
            const double x = (t * 1.2 - 0.1) * canvas.w();
            const double sway = (std::sin(t * 7 + band * 2.1 + double(seed % 7)) * 0.07) * horizon;
            const double foldX = x + std::sin(t * 11 + band) * 0.03;
            const double strength = 0.28 * std::pow(layered(t * 9, seed, 3), 1.5) * 2;
            const double height = horizon * (0.3 + 0.35 * noise(t * 14, seed + 5));
            QLinearGradient gradient(0, base + sway, 0, base + sway - height);
            gradient.setStops({{0, withAlpha(foot, 0)},
                               {0.08, withAlpha(foot, strength)},
                               {0.45, withAlpha(mix(foot, head, 0.45), strength * 0.45)},
                               {1, withAlpha(head, 0)}});
            painter.setBrush(gradient);
            const double width = canvas.w() * 1.2 / columns;
            painter.drawRect(QRectF(foldX, base + sway - height, width * 2.2, height));
        }
    }
    painter.restore();
}

void paintRainbow(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(111);
    const QPointF centre(scene.w() - scene.sun.x() + dice.bell() * 0.1, scene.horizon * 1.12);
    const double radius = scene.unit() * dice.between(0.5, 0.6);
    const quint32 bands[] = {0xe5484d, 0xf28c38, 0xf7d54a, 0x5fbf6a, 0x3f8fd8, 0x7a5fc0};
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipRect(QRectF(0, 0, scene.w(), scene.horizon + 0.02));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < 6; ++i) {
        painter.setPen(QPen(withAlpha(rgb(bands[i]), 0.34), radius * 0.024));
        const double r = radius * (1 - i * 0.021);
        painter.drawEllipse(centre, r, r);
    }
    painter.restore();
}

void paintSky(Canvas &canvas)
{
    const Light &light = canvas.light();
    const double horizon = canvas.scene().horizon;
    canvas.wash(QRectF(-0.01, -0.01, canvas.w() + 0.02, horizon + 0.03),
                {{0, light.zenith}, {0.42, light.upper}, {0.8, light.lower}, {1, light.glow}});
    canvas.painter().fillRect(QRectF(-0.01, horizon, canvas.w() + 0.02, canvas.h() - horizon + 0.02), light.glow);
    paintMilkyWay(canvas);
    paintStars(canvas);
    if (canvas.scene().weather == Weather::Aurora) {
        paintAurora(canvas);
    }
    paintDisc(canvas);
    paintClouds(canvas);
    if (canvas.scene().weather == Weather::Rainbow) {
        paintRainbow(canvas);
    }
}

} // namespace lightwell::sketchbook
