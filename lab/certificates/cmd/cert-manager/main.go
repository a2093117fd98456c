// One program for the three of cert-manager, whose own mains are modules that are not published.
// It sits below cert-manager's module path: only there may internal/webhook be imported.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	logf "github.com/cert-manager/cert-manager/pkg/logs"
	"github.com/cert-manager/cert-manager/pkg/util"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
	ctrl "sigs.k8s.io/controller-runtime"
)

// component is one of the three: it adds its flags, and runs once they are read.
type component func(flags *flag.FlagSet) func(ctx context.Context, kubeconfig string) error

var components = map[string]component{
	"controller": controllerComponent,
	"webhook":    webhookComponent,
	"cainjector": cainjectorComponent,
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "version" {
		fmt.Println(util.AppVersion)
		return
	}
	if len(os.Args) < 2 || components[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "cert-manager controller|webhook|cainjector -kubeconfig FILE [FLAG...] | version")
		os.Exit(2)
	}
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	kubeconfig := flags.String("kubeconfig", "", "file")
	run := components[os.Args[1]](flags)
	_ = flags.Parse(os.Args[2:])
	// client-go would fall back to whatever cluster the environment names
	if _, err := clientcmd.LoadFromFile(*kubeconfig); err != nil {
		log.Fatal(err)
	}
	logf.InitLogs()
	ctrl.SetLogger(klog.Background())
	if err := run(ctrl.SetupSignalHandler(), *kubeconfig); err != nil {
		log.Fatal(err)
	}
}
