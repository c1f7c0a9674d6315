// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"
#include "ui/views/instep.h"
#include "ui/views/viewedpicture.h"

#include <QWidget>

class QScrollArea;

namespace lightwell {

class CellMarks;
class FilmStrip;
class HintLine;
class Keymap;
class LoupeBar;
class LoupePane;
class PyramidStore;
enum class KeyAction;

/// One picture, or up to four beside each other, zoomed and moved in step. Keys are for one of them, the active one.
class LoupeView : public QWidget
{
    Q_OBJECT
public:
    LoupeView(PyramidStore &store, CellMarks &marks, const Keymap &keymap, QWidget *parent = nullptr);
    /// All there are to choose from. Those that are shown stay where they are.
    void setPictures(const QList<ViewedPicture> &pictures);
    void put(int pane, const QString &id); ///< in place of what it shows
    void open(const QStringList &ids, int active = 0); ///< these, whole and in step
    [[nodiscard]] QStringList shown() const; ///< in the order of the panes
    [[nodiscard]] QString current() const; ///< in the active pane
    [[nodiscard]] int wantedCount() const { return m_wantedCount; } ///< as the person chose it last
    [[nodiscard]] const InStep &inStep() const { return m_inStep; }
    [[nodiscard]] LoupePane *pane(int index) const { return m_panes.value(index); } ///< null: there are fewer
    void takeKeyboard();
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void left();
    void saveWanted(const lightwell::ViewedPicture &picture);
    void copyWanted(const lightwell::ViewedPicture &picture);
    void menuWanted(const lightwell::ViewedPicture &picture, const QPoint &globalPosition);
    void explainWanted(const lightwell::ViewedPicture &picture);
    void dragWanted(QWidget *from, const lightwell::ViewedPicture &picture);
    void dropped(int pane, const QList<lightwell::referencefiles::Source> &pictures);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    LoupePane *addPane();
    void connectBar();
    void setCount(int count);
    void choose(const QString &id);
    void setActive(int pane);
    void step(int by);
    void link(bool linked);
    void zoomBy(double factor);
    bool act(KeyAction action); ///< false: it means nothing here
    bool pressArrow(const QKeyEvent *event);
    bool pressDigit(const QKeyEvent *event);
    [[nodiscard]] const ViewedPicture *find(const QString &id) const;
    [[nodiscard]] QString nextOf(const QString &id) const; ///< not shown yet; empty: there is none
    [[nodiscard]] bool isCanvas(const QWidget *widget) const; ///< where single letters are keys
    void arrange();
    void showBelow(); ///< strip and keys, where there is room
    void measure(); ///< places of the panes anew
    void showViews();
    void showShown(); ///< numbers and who is active
    PyramidStore &m_store;
    CellMarks &m_marks;
    const Keymap &m_keymap;
    LoupeBar *m_bar;
    QScrollArea *m_scroll;
    QWidget *m_room;
    FilmStrip *m_strip;
    HintLine *m_hints;
    QList<LoupePane *> m_panes; ///< that are shown
    QList<LoupePane *> m_spare; ///< for later
    QList<ViewedPicture> m_pictures;
    InStep m_inStep;
    int m_active = 0;
    int m_wantedCount = 3;
};

} // namespace lightwell
