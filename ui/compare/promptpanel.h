// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;
class QVBoxLayout;

namespace lightwell {

class Button;
class TextField;
class TextLabel;

/// The prompt, and the negative prompt while it is wanted.
class PromptPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PromptPanel(QWidget *parent = nullptr);
    [[nodiscard]] QString prompt() const;
    [[nodiscard]] QString negativePrompt() const; ///< empty while it is folded away
    void set(const QString &prompt, const QString &negativePrompt);
    void focusExcess(qint64 letters); ///< at its end: they are marked, to be taken away
    void focusPrompt();
    void selectPrompt(); ///< so that the next letter takes its place
    /// `list` between the prompt and the pills, `add` as the first of these.
    void placeReferences(QWidget *list, QWidget *add);
    void setTabAfter(QWidget *add); ///< the negative prompt follows it in the order of Tab
    [[nodiscard]] QPlainTextEdit *promptEdit() const;
    [[nodiscard]] QPlainTextEdit *negativeEdit() const;
    void setLetters(const QString &count, const QString &why); ///< over the prompt; empty: there is room enough
    [[nodiscard]] QWidget *lastControl() const; ///< in the order of Tab

Q_SIGNALS:
    void edited();

private:
    TextField *m_prompt;
    TextLabel *m_letters;
    Button *m_toggle;
    QWidget *m_negativeBox;
    TextField *m_negative;
    QVBoxLayout *m_column;
    QHBoxLayout *m_pills;
};

} // namespace lightwell
