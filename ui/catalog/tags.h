// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPainter;

namespace lightwell {

struct Tokens;

/// Words in a small round border each, from left to right.
namespace tags {

[[nodiscard]] QSize sizeOf(const QString &word, const QFont &font);
/// As many as there is room for; of the rest, how many they are.
void paint(QPainter *painter, const QRect &room, const QStringList &words, const QFont &font, const Tokens &tokens);

} // namespace tags

/// One of them as a widget.
class Tag : public QWidget
{
    Q_OBJECT
public:
    explicit Tag(const QString &word, QWidget *parent = nullptr);
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
};

} // namespace lightwell
