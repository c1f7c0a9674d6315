// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

#include <QImage>
#include <QMargins>

namespace lightwell {

/// What a person painted over a picture, written down: alpha 0 marks what may change (Request::mask).
struct PaintedMask
{
    QString id; ///< content address of `mask`
    QMargins growth; ///< pixels that the canvas is larger than the picture, on each side; they count as painted
    int steps = 0; ///< that were painted
    double share = 0; ///< of the canvas that may change, 0 to 1
    QByteArray mask; ///< PNG of the canvas's size; empty: not read yet
    QByteArray canvas; ///< PNG: the picture with the growth around it, transparent; empty where nothing grew

    [[nodiscard]] bool isGrown() const { return !growth.isNull(); }
    /// The same mask: its bytes are not compared.
    friend bool operator==(const PaintedMask &left, const PaintedMask &right)
    {
        return left.id == right.id && left.growth == right.growth && left.steps == right.steps;
    }
};

/// A picture of the form that goes in. What lies in a file of the person's own is kept by its path, everything else by
/// its content address in a folder of ours: a form without its bytes is a form whose pictures have to be read.
struct Reference
{
    enum class State {
        Reading,
        Ready,
        Missing, ///< its file is gone, or is no picture any more
    };
    State state = State::Reading;
    QString id; ///< content address of `bytes`; empty: not read yet
    QString path; ///< the file it came from; empty: it lies in the folder of references, under its id
    QString name; ///< of a file: "boat.png"
    QSize size; ///< in pixels
    ImageFormat format = ImageFormat::Png;
    ImageRole role = ImageRole::Reference;
    std::optional<PaintedMask> mask;
    QByteArray bytes; ///< as preparedInput() made them
    QImage thumbnail; ///< Reference::thumbnailSize or smaller
    int ticket = 0; ///< of the list that is reading it

    static constexpr QSize thumbnailSize {168, 112};
    [[nodiscard]] bool isReady() const { return state == State::Ready; }
    /// The same picture for the same purpose: neither bytes nor thumbnail are compared.
    friend bool operator==(const Reference &left, const Reference &right)
    {
        return left.state == right.state && left.id == right.id && left.path == right.path && left.name == right.name
            && left.role == right.role && left.mask == right.mask;
    }
};

/// The first one to be edited, which a mask is of; -1: there is none.
[[nodiscard]] qsizetype maskedPlace(const QList<Reference> &references);
/// Its mask, if it has one that counts.
[[nodiscard]] const PaintedMask *maskOf(const QList<Reference> &references);
/// Puts those that are read into a request, with the mask.
void addReferences(Request &request, const QList<Reference> &references);

/// Paths and content addresses only.
[[nodiscard]] QJsonArray referencesToJson(const QList<Reference> &references);
/// To be read; what is wrong is left out.
[[nodiscard]] QList<Reference> referencesFromJson(const QJsonArray &array);

} // namespace lightwell
