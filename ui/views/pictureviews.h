// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"
#include "ui/views/pyramidstore.h"
#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class AbView;
class CellActions;
class LoupeView;

/// The Loupe and A/B over the same pictures, wherever these come from.
class PictureViews : public QWidget
{
    Q_OBJECT
public:
    explicit PictureViews(CellActions &actions, QWidget *parent = nullptr);
    /// `chosen` are shown, the `active` one of them has the keyboard. A/B takes the active one and its neighbour. None:
    /// the first ones.
    void open(const QList<ViewedPicture> &pictures, View view, QStringList chosen = {}, int active = 0);
    /// The same ones by now: what was under way may be there, what is gone leaves its place.
    void setPictures(const QList<ViewedPicture> &pictures);
    /// Beside them as long as these are looked at: the first into a pane of the Loupe, the others into those that
    /// follow.
    void add(const QList<ViewedPicture> &pictures, int pane);
    void setView(View view); ///< Loupe or AB, of what is looked at
    [[nodiscard]] View view() const; ///< Columns: nothing is shown
    [[nodiscard]] const QList<ViewedPicture> &pictures() const { return m_pictures; }
    [[nodiscard]] QStringList shown() const; ///< by their ids
    [[nodiscard]] QString current() const; ///< the one keys are for; empty: there is none
    [[nodiscard]] int wantedCount() const; ///< how many the person wants to see beside each other
    void takeKeyboard();
    /// What can be done with any picture that lies in a file. `explains`: it is known how it was made.
    void openFileMenu(const ViewedPicture &picture, const QPoint &globalPosition, bool explains);
    void close(); ///< lets go of all pixels

Q_SIGNALS:
    void left(); ///< by Escape, or nothing is there any more
    void viewWanted(lightwell::View view);
    void dropped(int pane, const QList<lightwell::referencefiles::Source> &pictures); ///< onto the Loupe
    void added(); ///< there are more pictures
    void menuWanted(const lightwell::ViewedPicture &picture, const QPoint &globalPosition);
    void explainWanted(const lightwell::ViewedPicture &picture);

private:
    [[nodiscard]] std::pair<QString, QString> pair() const; ///< for A/B
    PyramidStore m_store;
    CellActions &m_actions;
    QList<ViewedPicture> m_pictures; ///< all
    QList<ViewedPicture> m_added; ///< those of them that were dropped here
    LoupeView *m_loupe;
    AbView *m_ab;
    View m_view = View::Columns;
};

} // namespace lightwell
