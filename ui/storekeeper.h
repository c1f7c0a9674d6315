// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/storelimit.h"
#include "ui/widgets/sign.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace lightwell {

class ImageService;
class Settings;
struct PictureCollection;

/// Keeps the pictures within the limit of the settings while the window runs. Says what will go before it goes, and
/// what went; all of it is done on the thread pool, a few pictures at a time. A new limit that takes pictures away
/// holds only once a person has seen what goes by it (use()).
class StoreKeeper : public QObject
{
    Q_OBJECT
public:
    struct Delays
    {
        std::chrono::milliseconds afterStart {5'000}; ///< which waits for nothing
        std::chrono::milliseconds afterPicture {30'000}; ///< several may come
        std::chrono::milliseconds notice {12'500}; ///< between the word and the deed
    };

    StoreKeeper(PictureCollection &pictures, Settings &settings, ImageService &images, const Delays &delays,
                QObject *parent = nullptr);

    void look(); ///< at the disk: found() follows
    [[nodiscard]] const std::optional<storelimit::Usage> &usage() const { return m_usage; } ///< nothing: not known yet
    [[nodiscard]] storelimit::Clearing clearingWith(qint64 megabytes) const; ///< by what was found last
    [[nodiscard]] qint64 limit() const; ///< megabytes; 0: none
    /// From now on, and what goes by it goes now. 0: no limit.
    void use(qint64 megabytes);
    void bringBack(); ///< all that lies in the bin; then it is resting
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    [[nodiscard]] bool isResting() const { return m_isResting; } ///< nothing goes until the next start or use()

Q_SIGNALS:
    void found(); ///< usage() is another one
    void picturesChanged(); ///< some went, or came back
    void say(lightwell::Meaning meaning, const QString &text);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

private:
    enum class Then { Nothing, Keep }; ///< of what is found
    void look(Then then);
    void take(const Result<QList<storelimit::Held>> &held, Then then);
    void announce();
    void clear();
    void step(const storelimit::Clearing &left);
    void giveUp(const Error &trouble);
    void end();
    void restore(const QStringList &pictures);
    void rest(); ///< nothing goes by itself any more
    PictureCollection &m_pictures;
    Settings &m_settings;
    QList<storelimit::Held> m_held;
    std::optional<storelimit::Usage> m_usage;
    QTimer m_soon;
    QTimer m_notice;
    storelimit::Cleared m_cleared; ///< so far
    QString m_trouble; ///< why it went no further
    bool m_isLooking = false;
    bool m_looksAgain = false;
    Then m_then = Then::Nothing; ///< of the next look
    bool m_isWorking = false;
    bool m_isResting = false;
};

} // namespace lightwell
