// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/cellways.h"
#include "ui/compare/recall.h"
#include "ui/compare/runlist.h"
#include "ui/references/referencefiles.h"
#include "ui/views/viewedpicture.h"
#include "ui/widgets/sign.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QMenu;

namespace lightwell {

class Banner;
class CellActions;
class CellViews;
class CompareSession;
class Keymap;
class ProviderKeys;
class ResultsBar;
class RunRemovals;
class RunSection;
class SteadyClock;

/// The right side of the Compare page: how things stand, and the runs below each other, the newest on top and the
/// earlier ones a line each. Single pictures can fill it, in the Loupe and in A/B.
class ResultsPane : public QWidget
{
    Q_OBJECT
public:
    ResultsPane(CompareSession &session, const ProviderKeys &keys, CellActions &actions, const SteadyClock &clock,
                QWidget *parent = nullptr);
    [[nodiscard]] Banner *keyHint() const { return m_keyHint; }
    void setKeyHintShown(bool shown);
    void setFormShown(bool shown); ///< what the button in the header says
    [[nodiscard]] bool arePicturesShown() const;
    void showView(View view); ///< of the pictures that are there; nothing happens without any
    void showViews(const QList<ViewedPicture> &pictures, View view); ///< of others
    void addToView(const QList<ViewedPicture> &pictures, int pane); ///< see PictureViews::add()
    [[nodiscard]] View view() const;

Q_SIGNALS:
    void formToggled(bool shown);
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void recallWanted(int run, int cell, lightwell::Recall what); ///< into the form
    void explainWanted(int run, int cell);
    void otherExplainWanted(const QString &generation); ///< that is in no run
    void exportWanted(const QStringList &files);
    void othersLeft(); ///< pictures that are in no run have been looked at
    void pictureMenu(QMenu *menu, int run, int cell); ///< of a finished picture, about to open
    void againWanted(int run, const QList<int> &cells); ///< as many pictures more, paid anew
    void wayWanted(int run, int cell, const lightwell::CellWay &way); ///< another request in its place, paid anew
    void additionWanted(int run, QWidget *place); ///< one more model, which is chosen there
    void removalWanted(const QString &model); ///< from the form
    void promptWanted(int run, int cell); ///< to say it otherwise
    void unlockWanted();
    void settingWanted(const QString &control);
    void dropped(int pane, const QList<lightwell::referencefiles::Source> &pictures); ///< onto the Loupe
    /// What was cleared and can be brought back, or what is only cleared when it is said again.
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectBar();
    void addRun(int run);
    void connectRun(RunSection *section);
    void removeRun(int run);
    void updateSummary();
    void retryAll();
    void showHint();
    void enlarge(int run, int cell);
    void fillPane(); ///< by a view
    void closeViews();
    void connectViews();
    void leaveViews(); ///< the person does
    [[nodiscard]] QStringList viewedFiles() const;
    void openMenu(const ViewedPicture &picture, const QPoint &globalPosition);
    void explain(const ViewedPicture &picture);
    void exportViewed();
    void showContent();
    void updateViews();
    /// The cell the person was at last, else the first of the newest pictures.
    [[nodiscard]] RunList::Place lookedAt() const;
    CompareSession &m_session;
    const Keymap &m_keymap;
    ResultsBar *m_bar;
    RunRemovals *m_removals;
    QWidget *m_hintBox;
    bool m_hintWanted = false;
    Banner *m_keyHint;
    QWidget *m_empty;
    RunList *m_runs;
    CellViews *m_views;
    QHash<View, bool> m_formShown {{View::Columns, true}}; ///< each view remembers its own
};

} // namespace lightwell
