// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"
#include "core/wording/names.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QVBoxLayout;

namespace lightwell {

class Button;
class TextLabel;

/// A part of an explanation: a heading with a quiet word beside it, and below what it is about, which is built anew
/// each time.
class ExplainCard : public Card
{
    Q_OBJECT
public:
    /// `objectName` begins the names of what is in it.
    ExplainCard(const QString &objectName, const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note);
    void addBesideTitle(QWidget *widget); ///< between the heading and the note
    /// A button at the end of the heading that takes what `text` yields to the clipboard.
    Button *addCopy(const QString &what);

Q_SIGNALS:
    void copyWanted();

protected:
    /// An empty place for the content, in the place of the one before.
    [[nodiscard]] QVBoxLayout *renew();

private:
    QHBoxLayout *m_head;
    TextLabel *m_title;
    TextLabel *m_note;
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
};

} // namespace lightwell
