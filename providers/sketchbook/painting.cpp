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
    case Place::River:
        return paintLake;
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

} // namespace

QImage paintScene(const Order &order, quint64 seed, const Ticker &ticker)
{
    const Scene scene =
        compose(read(order.prompt, order.negativePrompt), seed, double(order.size.width()) / order.size.height());
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
