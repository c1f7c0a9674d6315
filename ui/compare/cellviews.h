// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/views/pictureviews.h"

namespace lightwell {

class CompareSession;

/// The pictures of a run in the Loupe and in A/B, kept as they are by now; and which of a run were chosen for that.
class CellViews : public PictureViews
{
    Q_OBJECT
public:
    CellViews(CompareSession &session, CellActions &actions, Names::NameOf providerName, QWidget *parent = nullptr);
    /// `cell` alone fills the place.
    void enlarge(int run, int cell);
    /// What was chosen of the run, else `cell` and those after it.
    void openRun(int run, int cell, View view);
    void openOthers(const QList<ViewedPicture> &pictures, View view); ///< that are in no run
    [[nodiscard]] int run() const { return m_run; } ///< 0: none
    [[nodiscard]] int cell() const; ///< that is looked at; -1: none of a run
    void refresh();
    void tick(); ///< only the time moves
    /// Into the choice, or out of it. False: there is no such picture, or no room.
    bool toggleChosen(int run, int cell);
    [[nodiscard]] QList<int> chosen(int run) const; ///< cells, in the order they were chosen
    void forget(int run);
    [[nodiscard]] int viewable(int run) const; ///< cells that have a picture or will; 0 where none has one yet

private:
    CompareSession &m_session;
    Names::NameOf m_providerName;
    int m_run = 0;
    QHash<int, QList<int>> m_chosen;
};

} // namespace lightwell
