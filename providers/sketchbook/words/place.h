// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell::sketchbook {

/// Where a scene plays. None: the words do not tell.
enum class Place {
    None,
    Coast,
    Sea,
    Lake,
    River,
    Island,
    Mountains,
    Volcano,
    Hills,
    Meadow,
    Fields,
    Forest,
    Jungle,
    Village,
    City,
    Desert,
    Canyon,
    Arctic,
    Underwater,
    Space,
    Clouds,
    Table,
    Portrait,
    Harbour,
    Waterfall
};

} // namespace lightwell::sketchbook
