// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {

/// A picture on its way into the media store.
struct Arrival
{
    Picture picture; ///< with what is known before it is written: id, format and size
    Money callCost; ///< of the call it comes from, as the vendor told
};

/// Notes about pictures that are paid for and on their way into the media store, from before they are written until
/// the journal has them: should the program end in between, whoever takes up its work finds them. A note is a file
/// named after the picture's place ("gen_x.0.1.0": generation, attempt, call, picture); nobody waits until it is on
/// the disk. What cannot be noted down is still kept. Blocks; thread-safe, as long as no two threads have one place.
class Arrivals
{
public:
    explicit Arrivals(QString folder);

    /// Several at one place are versions of one picture: the last one counts that really is there.
    void note(const QString &place, const Arrival &arrival) const;
    /// For each place that begins with `place` and a dot, its versions from the last to the first.
    [[nodiscard]] QList<QList<Arrival>> at(const QString &place) const;
    [[nodiscard]] QList<Arrival> atOne(const QString &place) const; ///< the same of this very place
    /// Those of `pictures` that are noted where the place is not `place` and does not begin with it and a dot.
    [[nodiscard]] QStringList notedElsewhere(const QStringList &pictures, const QString &place) const;
    [[nodiscard]] QStringList generations() const; ///< that have notes
    void forget(const QString &place) const; ///< the same places
    void forgetOne(const QString &place) const; ///< this very place: without looking through all of them

private:
    [[nodiscard]] QStringList names(const QString &place) const;
    QString m_folder;
};

} // namespace lightwell
