// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/painting.h"

#include "providers/sketchbook/paint/places/places.h"
#include "providers/sketchbook/paint/weather.h"
#include "providers/sketchbook/styles.h"

namespace lightwell::sketchbook {

namespace {

using Painter = void (*)(Canvas &);

Painter painterOf(Place place)
{
    switch (place) {
    case Place::Coast:
    case Place::Sea:
    case Place::Island:
        return paintCoast;
    case Place::Lake:
        return paintLake;
    case Place::River:
        return paintRiver;
    case Place::Waterfall:
        return paintWaterfall;
    case Place::Harbour:
        return paintHarbour;
    case Place::Mountains:
    case Place::Volcano:
        return paintMountains;
    case Place::Fields:
        return paintFields;
    case Place::Forest:
    case Place::Jungle:
        return paintForest;
    case Place::Village:
        return paintVillage;
    case Place::City:
        return paintCity;
    case Place::Desert:
    case Place::Canyon:
        return paintDesert;
    case Place::Arctic:
        return paintArctic;
    case Place::Underwater:
        return paintUnderwater;
    case Place::Space:
        return paintSpace;
    case Place::Clouds:
        return paintCloudscape;
    case Place::Table:
        return paintTable;
    case Place::Portrait:
        return paintPortrait;
    case Place::None:
    case Place::Hills:
    case Place::Meadow:
        break;
    }
    return paintHills;
}

/// Takes the colours away, and gives some of the contrast back that went with them.
void bleach(QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grey = qGray(line[x]);
            const int value = std::clamp(128 + (grey - 128) * 6 / 5, 0, 255);
            line[x] = qRgb(value, value, value);
        }
    }
}

} // namespace

QImage paintScene(const Order &order, quint64 seed, const Ticker &ticker)
{
    const Reading reading = read(order.prompt, order.negativePrompt);
    if (reading.abstract && reading.mentions.isEmpty() && reading.place == Place::None) {
        return paintAbstract(order, reading, seed, ticker);
    }
    const Scene scene = compose(reading, seed, double(order.size.width()) / order.size.height());
    QImage image(order.size, QImage::Format_RGB32);
    image.fill(scene.light.haze);
    if (!ticker(0.05)) {
        return {};
    }
    {
        Canvas canvas(image, scene, ticker);
        painterOf(scene.place)(canvas);
        paintWeather(canvas);
        if (canvas.stopped() || !ticker(0.88)) {
            return {};
        }
    }
    if (scene.reading.colourless) {
        bleach(image);
    }
    finish(image, scene.seed);
    return ticker(0.95) ? image : QImage();
}

QImage paint(const Order &order, quint64 seed, const Ticker &ticker)
{
    const Ticker tick = ticker ? ticker : [](double) { return true; };
    switch (order.style) {
    case Style::Pattern:
        return paintPattern(order, seed, tick);
    case Style::Poster:
        return paintPoster(order, seed, tick);
    case Style::Scene:
        break;
    }
    return paintScene(order, seed, tick);
}

} // namespace lightwell::sketchbook
