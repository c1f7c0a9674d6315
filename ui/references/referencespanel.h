// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencelist.h"
#include "ui/widgets/sign.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace lightwell {

class Button;
class Card;
class Dialogs;
class Keymap;
class PictureCatcher;
class RecipeCard;
class ReferenceRow;

/// The reference pictures of the form, a row each; without any it takes no room. Its add button stands elsewhere.
class ReferencesPanel : public QWidget
{
    Q_OBJECT
public:
    ReferencesPanel(const QString &folder, Dialogs &dialogs, const Keymap &keymap, QWidget *parent = nullptr);
    [[nodiscard]] ReferenceList &list() { return m_list; }
    [[nodiscard]] const ReferenceList &list() const { return m_list; }
    [[nodiscard]] Button *addButton() const { return m_add; }
    [[nodiscard]] PictureCatcher *catcher() const { return m_catcher; } ///< whatever it watches takes drops and pastes
    void setRoles(const QList<ImageRole> &roles); ///< that some chosen model has
    /// As if they were let go of over it: one that tells how it was made is asked about.
    void drop(const QList<referencefiles::Source> &pictures);
    void paste(); ///< what the clipboard holds; says so where that is no picture
    [[nodiscard]] QString problem() const; ///< why nothing can be made with them now; empty: it can
    /// The control before this panel in the order of Tab; the rows follow it, then the add button.
    void setTabAfter(QWidget *before);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void edited();
    void maskWanted(const QString &id);
    void recallWanted(const lightwell::PictureClaims &claims); ///< the form is to be filled with what a file claims
    void hovered(bool over); ///< pictures are held over the form
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void connectList();
    void tellLabels(const Reference &reference, const PictureClaims &claims);
    void choose();
    void take(const QList<referencefiles::Source> &pictures, ReferenceList::Recipe recipe);
    void refresh();
    void addRow();
    void orderTabs();
    void remove(ReferenceRow *row);
    void move(ReferenceRow *row, int by);
    ReferenceList m_list;
    Dialogs &m_dialogs;
    const Keymap &m_keymap;
    QPointer<QWidget> m_before;
    QList<ImageRole> m_roles {ImageRole::Reference};
    QList<ReferenceRow *> m_rows;
    Button *m_add;
    PictureCatcher *m_catcher;
    Card *m_card;
    QVBoxLayout *m_column;
    RecipeCard *m_recipe;
};

} // namespace lightwell
