// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"
#include "ui/compare/compareform.h"

namespace lightwell {

class Catalog;

struct Recalled
{
    CompareForm form;
    QString unknownModel; ///< as the file names it, where no model here is meant by that; empty: it is in the form
};

/// The form with the recipe that a picture's file claims. What the file does not say is empty or as usual in it; the
/// models stay where it names none that is known here, since without any nothing can be made. What recipes do not say
/// at all (pictures each, file format, project, references) stays.
[[nodiscard]] Recalled recalled(const CompareForm &before, const PictureClaims &claims, const Catalog &catalog);

} // namespace lightwell
