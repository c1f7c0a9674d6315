// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {

enum class View {
    Columns, ///< all of them, as the page has them
    Loupe, ///< up to four beside each other, zoomed in step
    AB, ///< two over each other
};

/// A picture to be looked at closely, wherever it comes from, or one that is still being made.
struct ViewedPicture
{
    struct UnderWay
    {
        QString time; ///< "3 s of about 20 s"
        QString stage; ///< "place 2 in the queue"; may be empty
        std::optional<double> fraction; ///< 0 to 1; nothing: nobody knows
        QByteArray preview; ///< a sketch, encoded; empty: none came yet

        friend bool operator==(const UnderWay &, const UnderWay &) = default;
    };
    QString id; ///< what tells it from others in a list, before it is made and after
    Picture picture; ///< its file or its bytes; without an id: there is none (yet)
    Generation generation; ///< names the files it is saved in, and tells what makes its recipe differ
    QString name; ///< of the model
    QString maker;
    QString facts; ///< "4.1 s · fal"
    QString cost; ///< "$0.045"
    std::optional<UnderWay> underWay;
    bool isForeign = false; ///< a file of anywhere, which the gallery does not have
    QString problem; ///< why there is no picture and none will come, in a few words

    [[nodiscard]] bool isThere() const { return !picture.id.isEmpty(); }
    friend bool operator==(const ViewedPicture &, const ViewedPicture &) = default;
};

} // namespace lightwell
