// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"

#include <QWidget>

namespace lightwell {

class Button;
class CellActions;
class CompareSession;
class PictureView;
class TextLabel;
struct CompareCell;

/// One picture of a run that fills the pane. Arrows step to the next ones that are there, Escape leads back.
class EnlargedView : public QWidget
{
    Q_OBJECT
public:
    EnlargedView(CompareSession &session, CellActions &actions, Names::NameOf providerName, QWidget *parent = nullptr);
    void open(int run, int cell);
    [[nodiscard]] int run() const { return m_run; }
    [[nodiscard]] int cell() const { return m_cell; }
    void refresh(); ///< the cell is another by now; it closes where its picture is gone

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] const CompareCell *shown() const;
    [[nodiscard]] QList<int> pictures() const; ///< the cells of the run that have one
    void step(int by);
    CompareSession &m_session;
    CellActions &m_actions;
    Names::NameOf m_providerName;
    int m_run = 0;
    int m_cell = 0;
    Button *m_back;
    TextLabel *m_name;
    TextLabel *m_facts;
    TextLabel *m_place;
    Button *m_previous;
    Button *m_next;
    PictureView *m_picture;
};

} // namespace lightwell
