#pragma once

#include <ui/notify/sound_player.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

namespace relevo::ui {

/// Plays by a program of the system's (PulseAudio's, PipeWire's, ALSA's, macOS's), the first that does it:
/// one that fails is not tried again.
class ProcessPlayer final : public QObject, public SoundPlayer
{
    Q_OBJECT
public:
    /// `folders`: where the programs are looked for; empty: in PATH.
    explicit ProcessPlayer(const QStringList& folders = {}, QObject* parent = nullptr);
    ~ProcessPlayer() override;

    [[nodiscard]] bool isThere() const override { return !m_programs.isEmpty(); }
    void play(Chime chime, int volume) override;

private:
    struct Program
    {
        QString path;
        QStringList arguments; ///< before the file's name
    };

    QList<Program> m_programs; ///< those that may work, the best first
    QTemporaryDir m_folder;    ///< the sounds as files, for the programs
    QProcess m_process;
    QTimer m_patience;
    QString m_file; ///< what sounds now

    [[nodiscard]] QString fileOf(Chime chime, int volume) const;
    void start();
    void failed();
};

} // namespace relevo::ui
