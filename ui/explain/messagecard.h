// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

class ChoiceBox;
class ValueText;

/// The message to the provider, without the key and the bytes of pictures. Where several were asked, the last one's,
/// and each of the others by choice.
class MessageCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit MessageCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation, const Names &names);

private:
    struct Shown
    {
        QString provider; ///< its name
        SentMessage message;
        bool wasSent = false;
    };
    void showOne();
    QString m_id; ///< of the generation
    QList<Shown> m_messages; ///< one an attempt that has one
    bool m_isChosen = false; ///< by the person; else it is the last
    ChoiceBox *m_choice;
    ValueText *m_text;
};

} // namespace lightwell
