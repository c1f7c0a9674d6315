// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/picturebin.h"

namespace lightwell {

class Library;
class Thumbnails;

/// What the gallery works with. Outlives the window, and what it put on the thread pool.
struct PictureCollection
{
    Library &library;
    Thumbnails &thumbnails;
    picturebin::Places places;
};

} // namespace lightwell
