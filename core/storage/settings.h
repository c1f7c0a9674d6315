// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"
#include "core/model/result.h"

#include <QHash>
#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace lightwell {

/// Every setting there is, in one table with key, type and default (settings.cpp). No text keys elsewhere.
enum class Setting {
    DamagedFile, ///< string: where a damaged file of settings lies; as long as it is set, nothing is paid for
    // engine
    EmbedRecipe, ///< bool: write prompt, model, seed … into pictures
    RequestTimeoutSeconds, ///< int: the total limit of one vendor call
    FailoverAfterUnknown, ///< bool: try another provider although the first may bill (off)
    UnknownPrices, ///< "ask", "allow", "refuse": what becomes of calls whose price nobody knows
    Currency, ///< string: code of a currency that sums are shown in beside dollars ("EUR"); empty: none
    CurrencyRate, ///< string: how much of it one dollar is, as a decimal number ("0.92")
    CurrencyRateDate, ///< string: of which day that is ("2026-11-29")
    ProviderOrder, ///< string list: providers tried first
    ProviderBaseUrls, ///< map: provider id -> address
    PlainKeyHosts, ///< string list: "host" or "host:port" of the local network to which keys may go without TLS
    CertificateFile, ///< string: PEM file of authorities trusted beside the system's; the one named when the program
                     ///< starts
    // gateway
    GatewayEnabled, ///< bool: on when the window starts
    GatewayPort, ///< int
    GatewayAddress, ///< string
    GatewayOrigins, ///< string list of allowed browser origins
    GatewayHosts, ///< string list of names that programs may use for this computer
    GatewayCacheSeconds, ///< int: how long an answer to a call with a seed is good for equal calls; 0: off
    GatewayCoalesce, ///< bool: equal calls of one client that run at the same time are paid once
    GatewayEncrypted, ///< bool: the window's gateway takes encrypted calls only
    GatewayCertificate, ///< string: PEM file of the user's own; empty: one that is made for this computer
    GatewayCertificateKey, ///< string: PEM file of its key; empty: it lies in the certificate's
    GatewayConnections, ///< int: how many connections of programs there may be at a time
    GatewayLogPrompts, ///< bool: programs are told prompts and pictures of the requests in the gateway's log
    GatewayLogDays, ///< int: how old a request may be that the journal has as a mere log (logretention.h)
    PictureLimitMB, ///< int: what pictures may take on the disk, in 1,000,000 bytes (library/storelimit.h); 0: no limit
    GatewayStoresResponses, ///< bool: answers of text models are kept, to go on with or told again (off)
    ClientStorageMiB, ///< int: what is kept for one client without anybody paying for it (Journal::setClientStorage)
    // window
    Theme, ///< "system", "light", "dark"
    WindowGeometry, ///< byte array
    WindowPage, ///< string: name of the last page
    CompareForm, ///< byte array: the JSON of the Compare page's form
    CompareSplitter, ///< byte array
    ExportForm, ///< byte array: the JSON of the export page's form
    ExportFolder, ///< string: where it put pictures last; empty: nowhere yet
    ExportPresets, ///< byte array: JSON, an entry each
    GalleryRowHeight, ///< int: about how high its rows of pictures are, 70 to 320
    CompareRuns, ///< byte array: the JSON of the Compare page's runs, ids only
    KeyHintDismissed, ///< bool
    WelcomeLeft, ///< bool: the first page was closed, or gave way to pictures
    PicturesCame, ///< bool: something was made in this window
    KeptKeys, ///< string list: providers whose keys lay in a keychain or key file when that was last open
    AskAbovePictures, ///< int: one start of more pictures than this asks first
    AskAboveCents, ///< int: one start that costs more than this asks first
    NotifyWhenDone, ///< bool: a message of the desktop when a run ends while the window is not in front
    Shortcuts, ///< map: an action's id (ui/shortcuts/keyaction.h) -> keys as text ("Ctrl+G"); empty text: none
    ShowPreviews, ///< bool: ask for sketches of a picture while it is made, where a vendor has them (off: they cost)
    MaskColour, ///< "accent", "red", "green", "blue": how what is painted is tinted
    MaskStrength, ///< "light", "medium", "strong"
};

/// Settings in an INI file. Lives on the thread that made it; others get copies of values.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// A file that is no INI file is kept aside; what can be read of it goes on, the rest has its default.
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;
    /// Why these may not be the settings that are meant, for a person: the file was damaged, now or at an earlier
    /// start, and nobody put it back or accepted what is left. Empty: they are. They decide about money, so nothing is
    /// paid for meanwhile.
    [[nodiscard]] Reason trouble() const;
    /// From now on they are the ones that are meant. Fails where they cannot be written: at the next start they would
    /// be damaged again.
    [[nodiscard]] Status accept();

    struct Entry
    {
        QString key; ///< "engine/unknown_prices"
        QString value; ///< lists with commas between, maps as JSON
        QString fallback; ///< what it is where nothing usable is stored
    };
    [[nodiscard]] QList<Entry> entries() const; ///< all but what the window remembers of itself

    /// What in the file has a value that cannot be used (a port "abc"), so that its default is; the file is left alone.
    [[nodiscard]] QList<Reason> unusable() const;

    [[nodiscard]] QString file() const; ///< as the system writes paths
    [[nodiscard]] static QString key(Setting setting); ///< "section/name"

    [[nodiscard]] QVariant value(Setting setting) const; ///< the default where nothing usable is stored
    void set(Setting setting, const QVariant &value);
    [[nodiscard]] bool toBool(Setting setting) const;
    [[nodiscard]] int toInt(Setting setting) const;
    [[nodiscard]] QString toString(Setting setting) const;
    [[nodiscard]] QStringList toStringList(Setting setting) const;
    [[nodiscard]] static QVariant defaultValue(Setting setting);
    [[nodiscard]] static std::pair<int, int> range(Setting setting); ///< the least and the most a number may be

Q_SIGNALS:
    void changed(lightwell::Setting setting);

private:
    void open(const QString &file);
    /// `alone`: the damaged file, where it was kept aside already.
    void recover(const QString &file, const QString &alone);
    void setAll(const QHash<Setting, QVariant> &values);

    Reason m_inPlace; ///< the damaged file cannot be moved, and so none written; empty: not so
    std::unique_ptr<QSettings> m_file;
};

} // namespace lightwell
