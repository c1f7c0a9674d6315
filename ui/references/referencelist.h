// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"

#include <QObject>

namespace lightwell {

/// The reference pictures of the form, in their order, without a widget. Whatever is added or restored is read on the
/// thread pool and has its place at once.
class ReferenceList : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 16; ///< more than any vendor takes
    static constexpr int undoSteps = 100;

    explicit ReferenceList(QString folder, QObject *parent = nullptr);
    void setRecipeInBooks(const referencefiles::RecipeOfContent &inBooks) { m_inBooks = inBooks; }
    [[nodiscard]] const QList<Reference> &all() const { return m_all; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// In place of all. Those whose bytes are not there are read; where that fails, they stay as missing.
    void set(const QList<Reference> &references);
    enum class Recipe { Offered, Ignored };
    /// One that is no picture is not added, which refused() tells. With Recipe::Offered a picture that tells how it was
    /// made is not added either: recipeFound() tells.
    void add(const referencefiles::Source &source, Recipe recipe = Recipe::Ignored);
    void add(const Reference &reference); ///< that is ready
    void remove(qsizetype place);
    void move(qsizetype from, qsizetype to);
    void setRole(qsizetype place, ImageRole role);
    /// Of the picture with this id. No step of its own to undo: the one who paints has such.
    void setMask(const QString &id, const std::optional<PaintedMask> &mask);
    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty(); }
    void undo(); ///< the last that was added, removed, moved or given a role
    [[nodiscard]] qsizetype placeOf(const QString &id) const; ///< -1: it is not there
    [[nodiscard]] bool isReading() const;
    [[nodiscard]] bool isAnyMissing() const;

Q_SIGNALS:
    void changed();
    void refused(const QString &name, const lightwell::Error &error);
    void alreadyThere(const QString &name);
    void tooMany();
    void missing(const QString &name); ///< of a form that was kept: its file is gone
    void maskMissing(const QString &name); ///< the same of its mask
    void recipeFound(const lightwell::Reference &reference, const lightwell::PictureClaims &claims);
    /// What else the file of one that was added says, where Recipe::Offered; perhaps nothing.
    void claimsFound(const lightwell::Reference &reference, const lightwell::PictureClaims &claims);

private:
    [[nodiscard]] bool hasRoom();
    void remember();
    void finish(const Reference &reading, const Result<referencefiles::Found> &found, Recipe recipe);
    void readAgain(Reference &reference);
    /// In the list, and in what is to be undone; none: it goes.
    void replace(int ticket, const std::optional<Reference> &by);
    QString m_folder;
    referencefiles::RecipeOfContent m_inBooks;
    QList<Reference> m_all;
    QList<QList<Reference>> m_before; ///< the latest last
    int m_lastTicket = 0;
};

} // namespace lightwell
